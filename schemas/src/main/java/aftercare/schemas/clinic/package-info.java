/** What the clinic tells us: patients, appointments and check-ins. Written by {@code intake}, or by a clinic that has Kafka itself. */
@NullMarked
package aftercare.schemas.clinic;

import org.jspecify.annotations.NullMarked;
