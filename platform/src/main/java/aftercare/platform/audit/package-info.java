/** Every decision, of machine or human: who, what, when and why, append-only and tamper-evident (S8). */
@NullMarked
package aftercare.platform.audit;

import org.jspecify.annotations.NullMarked;
