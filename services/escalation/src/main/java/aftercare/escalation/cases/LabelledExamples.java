package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Replies that screening took for a risk and a human did not; one example each, however often its case was closed. */
@Repository
class LabelledExamples {
    private static final String LABEL = "ROUTINE";

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Sealer sealer;
    private final JsonMapper json;

    LabelledExamples(JdbcClient jdbc, Findings findings, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.sealer = sealer;
        this.json = json;
    }

    void make(EscalationId closed, UUID review, NoRisk out, StaffId by, Instant now) {
        findings.of(closed).forEach(found -> make(found, review, out, by, now));
    }

    private void make(Findings.Row found, UUID review, NoRisk out, StaffId by, Instant now) {
        var verdict =
                new Verdict(found.cause().name(), found.level(), found.categories(), found.reasons(), found.versions());
        jdbc.sql("""
                INSERT INTO labelled_example (id, reply_id, line_id, review_id, label, phenomenon, verdict, made_by, made_at)
                VALUES (:id, :reply, :line, :review, :label, :phenomenon, :verdict, :by, :at)
                ON CONFLICT (reply_id) DO UPDATE
                   SET review_id = excluded.review_id, label = excluded.label, phenomenon = excluded.phenomenon,
                       verdict = excluded.verdict, made_by = excluded.made_by, made_at = excluded.made_at
                """)
                .param("id", UUID.randomUUID())
                .param("reply", found.replyId().value())
                .param("line", found.lineId().value())
                .param("review", review)
                .param("label", LABEL)
                .param("phenomenon", out.reason().phenomenon())
                .param(
                        "verdict",
                        sealer.seal(json.writeValueAsString(verdict), found.replyId(), "verdict")
                                .sealed())
                .param("by", by.value())
                .param("at", at(now))
                .update();
    }

    /** Those that a second person has confirmed. */
    List<Example> confirmed() {
        return jdbc.sql("""
                SELECT e.* FROM labelled_example e JOIN review r ON r.id = e.review_id
                 WHERE r.state = 'CONFIRMED' ORDER BY e.line_id, e.made_at, e.id
                """)
                .query((row, n) -> {
                    var reply = new ReplyId(uuid(row, "reply_id"));
                    return new Example(
                            reply,
                            new LineId(uuid(row, "line_id")),
                            row.getString("label"),
                            row.getString("phenomenon"),
                            json.readValue(
                                    sealer.open(new Sealed(row.getString("verdict")), reply, "verdict"),
                                    Verdict.class));
                })
                .list();
    }

    record Example(ReplyId replyId, LineId lineId, String label, String phenomenon, Verdict verdict) {}

    /** What made the case. */
    record Verdict(
            String cause, @Nullable String level, List<String> categories, List<String> reasons, String versions) {
        Verdict {
            categories = List.copyOf(categories);
            reasons = List.copyOf(reasons);
        }
    }
}
