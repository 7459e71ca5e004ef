/** Owns a demo's clinic time: it plays forward, stops at each due instant until the chain is quiet, and never goes back. */
@NullMarked
package aftercare.simulator.clock;

import org.jspecify.annotations.NullMarked;
