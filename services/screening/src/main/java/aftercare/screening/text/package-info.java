/** What a reply says once look-alikes, spacing, elongation, emoji and SMS spelling are undone; the original is kept and every word knows where it came from. */
@NullMarked
package aftercare.screening.text;

import org.jspecify.annotations.NullMarked;
