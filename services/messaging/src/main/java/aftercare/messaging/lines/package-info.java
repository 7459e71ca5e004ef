/** Phone numbers and the people behind them. Whoever changes what may be sent to a number locks its row first. */
@NullMarked
package aftercare.messaging.lines;

import org.jspecify.annotations.NullMarked;
