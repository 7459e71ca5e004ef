package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney;
import aftercare.journeys.definition.Journeys;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the draft, part by part. Whoever saves says what they began with; what somebody else changed meanwhile is not overwritten. */
@Service
class Editing {
    private static final Refusal NONE = Refusal.notThere(
            "no-draft", "There is no draft. Start one from the version in force, from an earlier one, or empty.");
    private static final String ID = "[A-Za-z0-9_-]{1,40}";

    private final Drafts drafts;
    private final Versions versions;
    private final Journeys journeys;
    private final Journal journal;

    Editing(Drafts drafts, Versions versions, Journeys journeys, Journal journal) {
        this.drafts = drafts;
        this.versions = versions;
        this.journeys = journeys;
        this.journal = journal;
    }

    @Transactional
    public Result<Draft> startEmpty(String by, Instant now) {
        return start(JourneyDocument.empty(), versions.inForce().number(), by, now);
    }

    /** @param version none: the one in force */
    @Transactional
    public Result<Draft> startFrom(Optional<Integer> version, String by, Instant now) {
        var number = version.orElseGet(() -> versions.inForce().number());
        return versions.find(number).isEmpty()
                ? Result.refused(Refusal.notThere("no-such-version", "There is no version " + number + "."))
                : start(JourneyDocument.read(journeys.yaml(number)), number, by, now);
    }

    private Result<Draft> start(JourneyDocument journey, int basedOn, String by, Instant now) {
        if (!drafts.start(journey, basedOn, by, now)) {
            return Result.refused(Refusal.conflict(
                    "draft-exists", "There is a draft already. Go on with it, or discard it and start again."));
        }
        journal.note(now, by, "JourneyDraftStarted", Map.of("basedOn", String.valueOf(basedOn)));
        return current();
    }

    /**
     * The whole draft from a file.
     *
     * @param was the tag of the draft it is to replace
     * @throws InvalidJourney when it is no YAML mapping
     */
    @Transactional
    public Result<Draft> replace(String yaml, String was, String by, Instant now) {
        var journey = JourneyDocument.read(yaml);
        return edit(by, now, "the whole file", draft -> same(draft.journey().tag(), was), old -> journey);
    }

    @Transactional
    public Result<Draft> settings(ObjectNode settings, String was, String by, Instant now) {
        return edit(
                by,
                now,
                "settings",
                draft -> same(Tag.of(draft.journey().settings()), was),
                old -> old.withSettings(settings));
    }

    /** @param was the tag of the element as the writer read it; empty for a new one */
    @Transactional
    public Result<Draft> put(Part part, String id, ObjectNode element, String was, String by, Instant now) {
        var named = element.path("id").asString("");
        return edit(
                by,
                now,
                part.field() + "/" + id,
                draft -> !named.matches(ID)
                        ? Optional.of(Refusal.unusable(
                                "bad-id", "Give it an id of letters, digits, - and _, at most 40 of them."))
                        : isTaken(draft, id, named)
                                ? Optional.of(Refusal.conflict(
                                        "id-taken", "Something else in this journey is called " + named + " already."))
                                : same(tag(draft, part, id), was),
                old -> old.with(part, id, element));
    }

    @Transactional
    public Result<Draft> remove(Part part, String id, String was, String by, Instant now) {
        return edit(
                by,
                now,
                part.field() + "/" + id,
                draft -> same(tag(draft, part, id), was),
                old -> old.without(part, id));
    }

    private static boolean isTaken(Draft draft, String id, String named) {
        return !named.equals(id)
                && java.util.Arrays.stream(Part.values())
                        .anyMatch(part -> draft.journey().element(part, named).isPresent());
    }

    private static String tag(Draft draft, Part part, String id) {
        return draft.journey().element(part, id).map(Tag::of).orElse("");
    }

    private static Optional<Refusal> same(String is, String was) {
        return is.equals(was)
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict(
                                "changed-meanwhile",
                                "Somebody changed or removed this since you opened it. Your version was not saved: open it again and enter your change anew."));
    }

    private Result<Draft> edit(
            String by,
            Instant now,
            String what,
            Function<Draft, Optional<Refusal>> refusal,
            UnaryOperator<JourneyDocument> change) {
        var draft = drafts.locked();
        if (draft.isEmpty()) {
            return Result.refused(NONE);
        }
        var refused = refusal.apply(draft.get());
        if (refused.isPresent()) {
            return Result.refused(refused.get());
        }
        var before = draft.get().journey();
        var after = change.apply(before);
        drafts.save(after, by, now);
        journal.note(now, by, "JourneyDraftEdited", Map.of("what", what, "from", before.tag(), "to", after.tag()));
        return current();
    }

    @Transactional
    public Result<Boolean> discard(String by, Instant now) {
        if (!drafts.discard()) {
            return Result.refused(NONE);
        }
        journal.note(now, by, "JourneyDraftDiscarded", Map.of());
        return Result.done(true);
    }

    Result<Draft> current() {
        return drafts.find().<Result<Draft>>map(Result::done).orElseGet(() -> Result.refused(NONE));
    }

    /** An element as a tree, for whoever sent something else. */
    static Optional<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
