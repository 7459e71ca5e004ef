@NullMarked
package aftercare.embedded;

import org.jspecify.annotations.NullMarked;
