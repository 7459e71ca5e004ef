/** A case from the reply that opened it to the human who resolved it. It never ends by itself (S3). */
@NullMarked
package aftercare.escalation.cases;

import org.jspecify.annotations.NullMarked;
