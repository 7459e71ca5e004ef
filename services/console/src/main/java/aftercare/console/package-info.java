/** The web console of staff and admins. Keeps logins and sessions, and no domain data: what it shows it asks of the other services. */
@NullMarked
package aftercare.console;

import org.jspecify.annotations.NullMarked;
