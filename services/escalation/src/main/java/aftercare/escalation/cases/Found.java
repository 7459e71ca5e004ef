package aftercare.escalation.cases;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.escalation.Cause;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a reply needs a human now. The id is that of its row; {@code words} are sealed for it.
 *
 * @param level as screening gave it; none when there is no verdict
 * @param versions what made the verdict
 * @param by who brings it before a human
 * @param lateRun the run of screening again that found it; none for what was found at once
 */
record Found(
        UUID id,
        ReplyId replyId,
        LineId lineId,
        List<PatientId> patientIds,
        Cause cause,
        @Nullable String level,
        List<String> categories,
        List<String> reasons,
        List<MarkedWords> words,
        String versions,
        String by,
        @Nullable UUID lateRun) {
    /** Found by this service for itself, or by screening. */
    static final String MACHINE = Facts.MACHINE;

    Found {
        patientIds = List.copyOf(patientIds);
        categories = List.copyOf(categories);
        reasons = List.copyOf(reasons);
        words = List.copyOf(words);
    }

    Found as(Cause other) {
        return new Found(
                id, replyId, lineId, patientIds, other, level, categories, reasons, words, versions, by, lateRun);
    }

    static Found unscreened(Overdue reply) {
        return new Found(
                UUID.randomUUID(),
                reply.replyId(),
                reply.lineId(),
                reply.patientIds(),
                Cause.UNSCREENED,
                null,
                List.of(),
                List.of("The reply could not be screened in time. Read it."),
                List.of(),
                "watch",
                MACHINE,
                null);
    }
}
