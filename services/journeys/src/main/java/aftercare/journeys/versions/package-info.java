/** The lifecycle of a journey: its draft, the clinicians' approval of its words, publishing by review, at once or later, and undoing. */
@NullMarked
package aftercare.journeys.versions;

import org.jspecify.annotations.NullMarked;
