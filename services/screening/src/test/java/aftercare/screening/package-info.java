@NullMarked
package aftercare.screening;

import org.jspecify.annotations.NullMarked;
