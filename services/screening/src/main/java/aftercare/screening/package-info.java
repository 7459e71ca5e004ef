/** Screening: reads a patient's reply with the thread just before it and says how much it needs a human. */
@NullMarked
package aftercare.screening;

import org.jspecify.annotations.NullMarked;
