package aftercare.journeys.preview;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Finding;
import aftercare.journeys.wording.Lint;
import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Segments;
import aftercare.journeys.wording.Variables;
import aftercare.schemas.clinic.Route;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text as a patient would read it, with what its writer should know.
 *
 * @param field where it stands, such as {@code text.en} or {@code answers.1.es}
 * @param route whose words are put in; none where all routes read the same
 * @param text merged with a visit whose day and hour have the longest names; as it is written where something can't be filled
 * @param room what fits into so many parts
 */
record Sample(
        String field,
        String language,
        boolean detailed,
        @Nullable Route route,
        String text,
        String encoding,
        int length,
        int room,
        int parts,
        List<Finding> findings) {
    private static final LocalDateTime LONGEST = LocalDateTime.of(2026, 9, 30, 22, 30);

    static Sample of(
            String field, String language, @Nullable Route route, String template, Place place, ClinicSettings clinic) {
        var text = merged(template, language, place, clinic);
        var segments = Segments.of(text);
        return new Sample(
                field,
                language,
                place.detailed(),
                route,
                text,
                segments.encoding().toString(),
                segments.length(),
                segments.encoding().room(Math.max(1, segments.count())),
                segments.count(),
                Lint.of(template, language, place, clinic));
    }

    private static String merged(String template, String language, Place place, ClinicSettings clinic) {
        var variables = new Variables(clinic, place.ofVisit() ? ZonedDateTime.of(LONGEST, clinic.zone()) : null);
        return variables.unfilled(template, language).findAny().isPresent()
                ? template
                : variables.fill(template, language);
    }

    /** Without the text, which may be a draft nobody approved. */
    @Override
    public String toString() {
        return "Sample[" + field + "]";
    }
}
