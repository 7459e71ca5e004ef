/** What a machine may say to routine questions, as an admin approves it. */
@NullMarked
package aftercare.console.fixedanswers;

import org.jspecify.annotations.NullMarked;
