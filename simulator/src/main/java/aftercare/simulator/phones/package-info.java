/** The phones of patients and staff: a page to type on and watch, and the same as plain HTTP. */
@NullMarked
package aftercare.simulator.phones;

import org.jspecify.annotations.NullMarked;
