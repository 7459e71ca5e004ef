package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.definition.Journeys;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.journeys.wording.ClinicSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the draft in force, at once or later, and takes that back. */
@Service
class Publishing {
    private final Versions versions;
    private final Drafts drafts;
    private final Approvals approvals;
    private final TakingEffect takingEffect;
    private final Journeys journeys;
    private final ClinicSettings clinic;
    private final Journal journal;

    Publishing(
            Versions versions,
            Drafts drafts,
            Approvals approvals,
            TakingEffect takingEffect,
            Journeys journeys,
            ClinicSettings clinic,
            Journal journal) {
        this.versions = versions;
        this.drafts = drafts;
        this.approvals = approvals;
        this.takingEffect = takingEffect;
        this.journeys = journeys;
        this.clinic = clinic;
        this.journal = journal;
    }

    /**
     * Publishes the draft as it was reviewed.
     *
     * @param was the tag of what was reviewed
     * @param at none: now
     * @throws InvalidJourney with everything to mend first
     */
    @Transactional
    public Result<Version> draft(String was, Optional<Instant> at, InFlight inFlight, String by, Instant now) {
        versions.lock();
        var draft = drafts.locked();
        if (draft.isEmpty()) {
            return Result.refused(Refusal.notThere("no-draft", "There is no draft to publish."));
        }
        if (!draft.get().journey().tag().equals(was)) {
            return Result.refused(Refusal.conflict(
                    "changed-meanwhile",
                    "The draft was changed since you reviewed it. Look at what it changes now, then publish."));
        }
        return publish(draft.get().journey(), at, inFlight, by, now).then(version -> {
            drafts.discard();
            return Result.done(version);
        });
    }

    /**
     * Publishes a file at once; the draft stays what it is.
     *
     * @throws InvalidJourney with everything to mend first
     */
    @Transactional
    public Result<Version> file(String yaml, String by, Instant now) {
        versions.lock();
        return publish(JourneyDocument.read(yaml), Optional.empty(), InFlight.MOVE, by, now);
    }

    private Result<Version> publish(
            JourneyDocument journey, Optional<Instant> at, InFlight inFlight, String by, Instant now) {
        var refusal = refusal(journey, at, now);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        int number = versions.add(journey.yaml(), inFlight, at.orElse(now), null, by, now);
        journal.note(
                now,
                by,
                at.isPresent() ? "JourneyScheduled" : "JourneyPublished",
                Map.of(
                        "version", String.valueOf(number),
                        "inFlight", inFlight.name(),
                        "takesEffectAt", at.orElse(now).toString(),
                        "tag", journey.tag()));
        if (at.isEmpty()) {
            takingEffect.now(number, now);
        }
        return Result.done(versions.find(number).orElseThrow());
    }

    private Optional<Refusal> refusal(JourneyDocument journey, Optional<Instant> at, Instant now) {
        JourneyYaml.readForPublishing(journey.yaml(), clinic);
        var missing = approvals.missing(journey);
        if (!missing.isEmpty()) {
            return Optional.of(Refusal.conflict(
                            "texts-not-approved",
                            "Nobody has approved the words of "
                                    + String.join(
                                            ", ",
                                            missing.stream().map(ReadText::id).toList())
                                    + ". A clinician reads and approves them, then it can be published.")
                    .with(missing));
        }
        if (at.isPresent() && !at.get().isAfter(now)) {
            return Optional.of(
                    Refusal.unusable("in-the-past", "That time is over. Choose a later one, or publish now."));
        }
        return versions.inState(VersionState.SCHEDULED)
                .map(
                        waiting -> Refusal.conflict(
                                "another-is-scheduled",
                                "Version " + waiting.number()
                                        + " is scheduled already. Take that back first: its words become the draft again if there is none."));
    }

    /** Takes back the last act of publishing: what is scheduled, or else what is in force. The former version is in force again as a new one. */
    @Transactional
    public Result<Version> undo(String by, Instant now) {
        versions.lock();
        var scheduled = versions.inState(VersionState.SCHEDULED);
        return scheduled.isPresent() ? unschedule(scheduled.get(), by, now) : takeBack(versions.inForce(), by, now);
    }

    private Result<Version> unschedule(Version scheduled, String by, Instant now) {
        versions.retire(scheduled.number());
        drafts.start(
                JourneyDocument.read(journeys.yaml(scheduled.number())),
                versions.inForce().number(),
                by,
                now);
        journal.note(now, by, "JourneyUnscheduled", Map.of("version", String.valueOf(scheduled.number())));
        return Result.done(versions.inForce());
    }

    private Result<Version> takeBack(Version last, String by, Instant now) {
        var former = versions.before(last);
        if (former.isEmpty() || last.undoes() != null) {
            return Result.refused(
                    Refusal.conflict(
                            "nothing-to-undo",
                            "The last publishing was undone already, or there was none. Restore an earlier version as a draft and publish that."));
        }
        int number = versions.add(journeys.yaml(former.get().number()), InFlight.MOVE, now, last.number(), by, now);
        takingEffect.undoing(number, former.get().number(), now);
        journal.note(
                now,
                by,
                "JourneyUndone",
                Map.of(
                        "undoes", String.valueOf(last.number()),
                        "restores", String.valueOf(former.get().number()),
                        "version", String.valueOf(number)));
        return Result.done(versions.find(number).orElseThrow());
    }
}
