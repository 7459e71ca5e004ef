/** Whose turn it is: rotations, overrides, swaps and time off, as hand-offs by the clock on the wall. */
@NullMarked
package aftercare.escalation.oncall.rotations;

import org.jspecify.annotations.NullMarked;
