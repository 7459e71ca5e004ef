/** What is measured, each by a benchmark of its own. */
@NullMarked
package aftercare.bench;

import org.jspecify.annotations.NullMarked;
