@NullMarked
package aftercare.platform.twilio;

import org.jspecify.annotations.NullMarked;
