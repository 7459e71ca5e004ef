package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an admin sees before publishing.
 *
 * @param tag of what was reviewed; publishing gives it back
 * @param against the version in force
 * @param effect none while the draft has problems
 * @param staying how many patients stay on a version that is not in force
 */
record Review(
        String tag,
        int against,
        List<Difference> differences,
        List<Problem> problems,
        List<ReadText> notApproved,
        @Nullable Effect effect,
        @Nullable ItemNine itemNine,
        int staying) {}
