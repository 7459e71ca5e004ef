/** Has the replies of the last days screened again when the engine changes, and tells what is found late. Live work always comes first. */
@NullMarked
package aftercare.messaging.rescreening;

import org.jspecify.annotations.NullMarked;
