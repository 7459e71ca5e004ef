/** What a reply was found to mean. */
@NullMarked
package aftercare.schemas.screening;

import org.jspecify.annotations.NullMarked;
