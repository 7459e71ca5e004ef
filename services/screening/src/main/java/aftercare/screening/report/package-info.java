/** How the engine does on replies that people have labelled: the figures a clinician asks for. */
@NullMarked
package aftercare.screening.report;

import org.jspecify.annotations.NullMarked;
