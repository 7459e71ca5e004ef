@NullMarked
package aftercare.schemas;

import org.jspecify.annotations.NullMarked;
