/** Who is on call, now and in the next weeks; changing it; and for admins the rotations, policies and people behind it. */
@NullMarked
package aftercare.console.oncall;

import org.jspecify.annotations.NullMarked;
