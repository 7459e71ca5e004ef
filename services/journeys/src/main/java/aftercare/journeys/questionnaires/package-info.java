/** Questionnaires as they are asked, one item a text: what is asked next, until when, and when not to begin. */
@NullMarked
package aftercare.journeys.questionnaires;

import org.jspecify.annotations.NullMarked;
