@NullMarked
package aftercare.screening.lexicon;

import org.jspecify.annotations.NullMarked;
