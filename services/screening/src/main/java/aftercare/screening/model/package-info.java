/** The learned classifier: a sentence encoder with weights of our own in its upper layers, a linear head, and the examples it was taught with. */
@NullMarked
package aftercare.screening.model;

import org.jspecify.annotations.NullMarked;
