/** Events on Kafka: CloudEvents in binary mode with JSON payloads, tolerant readers, and what happens to an event that can't be read. */
@NullMarked
package aftercare.platform.events;

import org.jspecify.annotations.NullMarked;
