/** Every version of every record that a source system told of: state is computed from all of them, never from the last arrival. */
@NullMarked
package aftercare.intake.records;

import org.jspecify.annotations.NullMarked;
