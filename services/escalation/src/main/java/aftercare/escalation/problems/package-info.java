/** How a refusal is said over HTTP: what is so, and what to do next. */
@NullMarked
package aftercare.escalation.problems;

import org.jspecify.annotations.NullMarked;
