/** What patients' answers add up to over time: moods, totals of questionnaires, and what clinicians should look at. */
@NullMarked
package aftercare.journeys.scores;

import org.jspecify.annotations.NullMarked;
