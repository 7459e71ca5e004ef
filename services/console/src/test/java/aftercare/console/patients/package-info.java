@NullMarked
package aftercare.console.patients;

import org.jspecify.annotations.NullMarked;
