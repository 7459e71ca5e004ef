package aftercare.journeys.facts;

import static java.time.ZoneOffset.UTC;

import aftercare.schemas.PatientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The facts of each patient, append-only. */
@Repository
public class Facts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Facts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether the fact is new: neither this event nor another that says exactly the same was there. */
    public boolean add(PatientId patient, UUID eventId, Fact fact, Instant now) {
        var body = json.writeValueAsString(fact);
        return jdbc.sql("""
                        INSERT INTO fact (patient_id, event_id, kind, body, same_as, learnt_at)
                        VALUES (:patient, :event, :kind, :body::jsonb, :same, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("patient", patient.value())
                        .param("event", eventId)
                        .param("kind", Kind.of(fact).name())
                        .param("body", body)
                        .param("same", UUID.nameUUIDFromBytes((Kind.of(fact) + body).getBytes(StandardCharsets.UTF_8)))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    public PatientHistory historyOf(PatientId patient) {
        List<? extends Fact> facts = jdbc.sql(
                        "SELECT kind, body::text FROM fact WHERE patient_id = :patient ORDER BY event_id")
                .param("patient", patient.value())
                .query((row, number) -> json.readValue(row.getString("body"), Kind.valueOf(row.getString("kind")).type))
                .list();
        return PatientHistory.of(facts);
    }

    private enum Kind {
        PATIENT(Fact.PatientSeen.class),
        VISIT(Fact.VisitSeen.class),
        CHECK_IN(Fact.CheckInSeen.class),
        CONSENT(Fact.ConsentSeen.class),
        PLAN_CANCELLED(Fact.PlanCancelled.class),
        WROTE(Fact.Wrote.class),
        CASE(Fact.CaseTold.class);

        private final Class<? extends Fact> type;

        Kind(Class<? extends Fact> type) {
            this.type = type;
        }

        static Kind of(Fact fact) {
            return switch (fact) {
                case Fact.PatientSeen patient -> PATIENT;
                case Fact.VisitSeen visit -> VISIT;
                case Fact.CheckInSeen checkIn -> CHECK_IN;
                case Fact.ConsentSeen consent -> CONSENT;
                case Fact.PlanCancelled cancelled -> PLAN_CANCELLED;
                case Fact.Wrote wrote -> WROTE;
                case Fact.CaseTold told -> CASE;
            };
        }
    }
}
