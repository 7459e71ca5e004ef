/** The service around the engine: opens the sealed reply, has it screened, publishes the verdict and waits for the broker. */
@NullMarked
package aftercare.screening.replies;

import org.jspecify.annotations.NullMarked;
