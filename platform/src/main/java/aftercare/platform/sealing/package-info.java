/** Words, names and numbers lie and travel encrypted (S9). */
@NullMarked
package aftercare.platform.sealing;

import org.jspecify.annotations.NullMarked;
