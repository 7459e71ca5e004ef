/** The work list: what a human must look at, and by when. */
@NullMarked
package aftercare.console.work;

import org.jspecify.annotations.NullMarked;
