/** Who works here, and who is on call at an instant. The last rung always exists: everyone. */
@NullMarked
package aftercare.escalation.oncall;

import org.jspecify.annotations.NullMarked;
