package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.at;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The policies: those that an admin has saved and, for the rest, those of the settings. Each version stands whole in the audit trail. */
@Repository
class Policies {
    static final List<Cause> CAUSES = List.of(Cause.CRISIS, Cause.CONCERN_NOW, Cause.UNSCREENED);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PolicySettings settings;
    private final Facts facts;

    Policies(JdbcClient jdbc, JsonMapper json, PolicySettings settings, Facts facts) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.facts = facts;
    }

    List<Policy> all() {
        return CAUSES.stream().map(this::of).toList();
    }

    /** What staff raise is paged like a crisis. */
    Policy of(Cause cause) {
        var own = cause == Cause.STAFF ? Cause.CRISIS : cause;
        return jdbc.sql("""
                SELECT cause, extract(epoch FROM acknowledge_within)::bigint AS seconds, steps, version
                  FROM policy WHERE cause = :cause
                """)
                .param("cause", own.name())
                .query(this::toPolicy)
                .optional()
                .orElseGet(() -> settings.policy(own));
    }

    /** @return false when somebody saved another version meanwhile */
    @Transactional
    public boolean save(Policy policy, String by, Instant now) {
        var steps = json.writeValueAsString(
                policy.steps().stream().map(PolicyView.StepView::of).toList());
        var saved = jdbc.sql("""
                INSERT INTO policy AS p (cause, acknowledge_within, steps, version, saved_by, saved_at)
                SELECT :cause, make_interval(secs => :within), :steps::jsonb, 1, :by, :now WHERE :version = 0
                ON CONFLICT (cause) DO NOTHING
                """)
                        .param("cause", policy.cause().name())
                        .param("within", policy.acknowledgeWithin().toSeconds())
                        .param("steps", steps)
                        .param("version", policy.version())
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                + jdbc.sql("""
                UPDATE policy
                   SET acknowledge_within = make_interval(secs => :within), steps = :steps::jsonb, version = version + 1,
                       saved_by = :by, saved_at = :now
                 WHERE cause = :cause AND version = :version AND version > 0
                """)
                        .param("cause", policy.cause().name())
                        .param("within", policy.acknowledgeWithin().toSeconds())
                        .param("steps", steps)
                        .param("version", policy.version())
                        .param("by", by)
                        .param("now", at(now))
                        .update();
        if (saved > 0) {
            facts.record(
                    now,
                    by,
                    "PolicySaved",
                    "policy/" + policy.cause(),
                    Map.of(
                            "version", String.valueOf(policy.version() + 1),
                            "acknowledgeWithin", policy.acknowledgeWithin().toString(),
                            "steps", steps));
        }
        return saved > 0;
    }

    /** Takes away whom nobody can page any more. */
    @Transactional
    public void drop(Predicate<Target> gone, String by, Instant now) {
        all().forEach(policy -> {
            var left = policy.without(gone);
            if (!left.equals(policy)) {
                save(left, by, now);
            }
        });
    }

    void drop(StaffId staff, String by, Instant now) {
        drop(Target.read(staff.value())::equals, by, now);
    }

    private Policy toPolicy(ResultSet row, int n) throws SQLException {
        var steps = json.readValue(row.getString("steps"), PolicyView.StepView[].class);
        return new Policy(
                Cause.valueOf(row.getString("cause")),
                Duration.ofSeconds(row.getLong("seconds")),
                List.of(steps).stream().map(PolicyView.StepView::toStep).toList(),
                row.getInt("version"));
    }
}
