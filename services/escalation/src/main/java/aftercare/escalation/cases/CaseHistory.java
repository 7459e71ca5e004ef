package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.facts.Facts;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.Sealed;
import aftercare.schemas.escalation.EscalationFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a case, minute by minute; each entry is also told to the rest of the clinic (S8). */
@Repository
public class CaseHistory {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Facts facts;
    private final JsonMapper json;

    CaseHistory(JdbcClient jdbc, Sealer sealer, Facts facts, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.facts = facts;
        this.json = json;
    }

    /** A deed that is also an event. */
    public void tell(Case about, EscalationFact fact, String who, Map<String, String> why) {
        facts.tell(Facts.key(about.patientIds(), about.lineId()), fact, who, "escalation/" + about.id(), why);
        enter(about.id(), fact.at(), who, fact.getClass().getSimpleName(), why);
    }

    /** A deed that no other service needs to know of. */
    public void note(EscalationId id, Instant at, String who, String what, Map<String, String> why) {
        facts.record(at, who, what, "escalation/" + id, why);
        enter(id, at, who, what, why);
    }

    /** What somebody wrote about the case. */
    void write(EscalationId id, Instant at, String who, NoteKind kind, String words) {
        write(id, at, who, kind, null, words);
    }

    /** Somebody tried to reach the patient. */
    void call(EscalationId id, Instant at, String who, CallOutcome outcome, String words) {
        write(id, at, who, NoteKind.CALL, outcome, words);
    }

    private void write(
            EscalationId id, Instant at, String who, NoteKind kind, @Nullable CallOutcome outcome, String words) {
        var noteId = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO case_note (id, escalation_id, at, who, kind, outcome, words)
                VALUES (:id, :escalation, :at, :who, :kind, :outcome, :words)
                """)
                .param("id", noteId)
                .param("escalation", id.value())
                .param("at", at(at))
                .param("who", who)
                .param("kind", kind.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("words", sealer.seal(words, noteId, "words").sealed())
                .update();
        var why =
                outcome == null ? Map.of("kind", kind.name()) : Map.of("kind", kind.name(), "outcome", outcome.name());
        facts.record(at, who, "NoteAdded", "escalation/" + id, why);
    }

    /** Entries and notes, oldest first. */
    List<Step> of(EscalationId id) {
        return Stream.concat(entries(id).stream(), notes(id).stream())
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private void enter(EscalationId id, Instant at, String who, String what, Map<String, String> why) {
        jdbc.sql("""
                INSERT INTO case_event (escalation_id, at, kind, who, detail) VALUES (:id, :at, :kind, :who, :detail::jsonb)
                """)
                .param("id", id.value())
                .param("at", at(at))
                .param("kind", what)
                .param("who", who)
                .param("detail", json.writeValueAsString(why))
                .update();
    }

    private List<Step> entries(EscalationId id) {
        return jdbc.sql("SELECT at, kind, who, detail FROM case_event WHERE escalation_id = :id ORDER BY id")
                .param("id", id.value())
                .query((row, n) -> new Step(
                        instant(row, "at"),
                        row.getString("who"),
                        row.getString("kind"),
                        json.readValue(row.getString("detail"), new TypeReference<Map<String, String>>() {}),
                        null))
                .list();
    }

    private List<Step> notes(EscalationId id) {
        return jdbc.sql("SELECT id, at, kind, who, outcome, words FROM case_note WHERE escalation_id = :id ORDER BY at")
                .param("id", id.value())
                .query((row, n) -> new Step(
                        instant(row, "at"),
                        row.getString("who"),
                        row.getString("kind"),
                        detail(textOrNull(row, "outcome")),
                        sealer.open(new Sealed(row.getString("words")), uuid(row, "id"), "words")))
                .list();
    }

    private static Map<String, String> detail(@Nullable String outcome) {
        return outcome == null ? Map.of() : Map.of("outcome", outcome);
    }

    /** {@code note}: what a colleague wrote. */
    record Step(
            Instant at,
            String who,
            String what,
            Map<String, String> detail,
            @Nullable String note) {}
}
