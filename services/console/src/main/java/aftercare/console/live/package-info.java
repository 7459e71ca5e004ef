/** Server-sent hints that something changed; the page then fetches what it shows. */
@NullMarked
package aftercare.console.live;

import org.jspecify.annotations.NullMarked;
