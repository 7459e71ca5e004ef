/** Who may use the console, and in whose name it calls the services. */
@NullMarked
package aftercare.console.login;

import org.jspecify.annotations.NullMarked;
