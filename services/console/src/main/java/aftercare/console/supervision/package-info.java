/** What a supervisor sees at a glance: the wall, the hand-over of a shift, the numbers. */
@NullMarked
package aftercare.console.supervision;

import org.jspecify.annotations.NullMarked;
