/** Published questionnaires as data: exact wording, answers, scoring, bands and LOINC codes. Knows no patient and no journey. */
@NullMarked
package aftercare.journeys.instruments;

import org.jspecify.annotations.NullMarked;
