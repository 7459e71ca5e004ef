/** What was said on a line, with the words marked that brought it before a human. */
@NullMarked
package aftercare.console.threads;

import org.jspecify.annotations.NullMarked;
