/** Who may call what: 60 second signed tokens between services, checked by each. */
@NullMarked
package aftercare.platform.access;

import org.jspecify.annotations.NullMarked;
