/** Where a colleague's webhook may point in a demo: it takes every call and shows it. */
@NullMarked
package aftercare.simulator.hooks;

import org.jspecify.annotations.NullMarked;
