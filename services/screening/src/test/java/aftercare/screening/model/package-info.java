@NullMarked
package aftercare.screening.model;

import org.jspecify.annotations.NullMarked;
