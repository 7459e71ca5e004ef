/** A carrier to try Aftercare with: starts only in a demo, and nothing it is given leaves the machine. */
@NullMarked
package aftercare.simulator;

import org.jspecify.annotations.NullMarked;
