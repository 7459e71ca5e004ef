/** What any door hands in: facts, accepted all or nothing, in one transaction under the patients' locks. */
@NullMarked
package aftercare.intake.facts;

import org.jspecify.annotations.NullMarked;
