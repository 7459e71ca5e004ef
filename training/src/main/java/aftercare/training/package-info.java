/**
 * Teaches the screening model: reads labelled replies, fine-tunes the upper layers of the encoder with a linear head on top, rounds them to
 * bytes, and leaves weights, examples and vocabularies where {@code screening} ships them. Nothing of this is needed at run time.
 */
@NullMarked
package aftercare.training;

import org.jspecify.annotations.NullMarked;
