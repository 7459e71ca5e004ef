/** What was asked to be said, from request to last receipt; the request is obeyed until the sending begins. */
@NullMarked
package aftercare.messaging.requests;

import org.jspecify.annotations.NullMarked;
