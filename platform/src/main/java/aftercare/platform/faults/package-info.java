/** What goes wrong in the chain itself: how it is told without a patient's words (S9), and who hears of it (S10). */
@NullMarked
package aftercare.platform.faults;

import org.jspecify.annotations.NullMarked;
