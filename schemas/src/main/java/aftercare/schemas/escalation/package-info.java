/** What became of a reply that a human must see: pages, acknowledgement, resolution, holds and alarms. */
@NullMarked
package aftercare.schemas.escalation;

import org.jspecify.annotations.NullMarked;
