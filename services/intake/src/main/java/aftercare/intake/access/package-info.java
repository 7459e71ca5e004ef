/** Who may knock: anybody in a demo, the holder of the API token in a live deployment. */
@NullMarked
package aftercare.intake.access;

import org.jspecify.annotations.NullMarked;
