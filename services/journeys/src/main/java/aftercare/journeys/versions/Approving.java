package aftercare.journeys.versions;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clinician answers for words as they read them: the draft's, those of a version that waits, and those in force. */
@Service
class Approving {
    private final Approvals approvals;
    private final Versions versions;
    private final Drafts drafts;
    private final Journeys journeys;
    private final Journal journal;

    Approving(Approvals approvals, Versions versions, Drafts drafts, Journeys journeys, Journal journal) {
        this.approvals = approvals;
        this.versions = versions;
        this.drafts = drafts;
        this.journeys = journeys;
        this.journal = journal;
    }

    /** What was read: a text as it stood then. */
    record Read(String id, String digest) {}

    /** All of them, or none where one was changed meanwhile. */
    @Transactional
    public Result<List<Read>> approve(List<Read> read, String by, Instant now) {
        var there = there();
        var changed = read.stream().filter(text -> !there.contains(text)).toList();
        if (!changed.isEmpty()) {
            return Result.refused(Refusal.conflict(
                            "text-changed",
                            "These words were changed since you read them: "
                                    + String.join(
                                            ", ", changed.stream().map(Read::id).toList())
                                    + ". Nothing was approved; read them again.")
                    .with(changed));
        }
        read.stream()
                .filter(text -> approvals.add(text.id(), text.digest(), new Approval(by, now)))
                .forEach(text -> journal.note(now, by, "TextApproved", why(text)));
        return Result.done(read);
    }

    /** Takes an approval back while nothing in force or waiting rests on it. */
    @Transactional
    public Result<Read> takeBack(Read text, String by, Instant now) {
        if (published().contains(text)) {
            return Result.refused(Refusal.conflict(
                    "text-published", "These words are published. Change them in a draft, or pause the touchpoint."));
        }
        if (!approvals.remove(text.id(), text.digest())) {
            return Result.refused(Refusal.notThere("not-approved", "Nobody has approved these words."));
        }
        journal.note(now, by, "TextApprovalTakenBack", why(text));
        return Result.done(text);
    }

    private static Map<String, String> why(Read text) {
        return Map.of("text", text.id(), "digest", text.digest());
    }

    private List<Read> there() {
        return Stream.concat(published().stream(), drafts.find().stream().flatMap(draft -> read(draft.journey())))
                .toList();
    }

    private List<Read> published() {
        return Stream.of(VersionState.PUBLISHED, VersionState.SCHEDULED)
                .map(versions::inState)
                .flatMap(Optional::stream)
                .map(version -> JourneyDocument.read(journeys.yaml(version.number())))
                .flatMap(Approving::read)
                .toList();
    }

    private static Stream<Read> read(JourneyDocument journey) {
        return Words.of(journey).stream().map(words -> new Read(words.id(), words.digest()));
    }
}
