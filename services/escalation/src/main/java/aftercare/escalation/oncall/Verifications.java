package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.textOrNull;

import aftercare.escalation.facts.Facts;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Codes that went out by a way, and what came back. A code given back in time proves that this way reaches its owner now. */
@Repository
public class Verifications {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final int TRIES = 5;
    private static final int CODES = 1_000_000;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Facts facts;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Verifications(
            JdbcClient jdbc,
            Sealer sealer,
            Facts facts,
            ClinicClock clock,
            MachineClock machineClock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.facts = facts;
        this.clock = clock;
        this.machineClock = machineClock;
        this.events = events;
    }

    /** What a code that came back has proven. */
    public enum Answer {
        VERIFIED,
        WRONG,
        /** Out of time, tried too often, or never sent. */
        NO_CODE
    }

    private record Sent(
            String kind,
            String staff,
            @Nullable String lookup,
            @Nullable Instant until,
            int tries) {
        boolean isOver(Instant machineNow) {
            return lookup == null || until == null || !machineNow.isBefore(until) || tries >= TRIES;
        }
    }

    /** A new code for this way; empty when the last one went out a moment ago. */
    @Transactional
    public Optional<String> begin(UUID method, String by) {
        var code = "%06d".formatted(random.nextInt(CODES));
        var now = machineClock.instant();
        var begun = jdbc.sql("""
                UPDATE contact_method
                   SET code_lookup = :lookup, code_sent_at = :now, code_until = :until, code_tries = 0
                 WHERE id = :id AND (code_sent_at IS NULL OR code_sent_at <= :before)
                """)
                .param("lookup", lookup(method, code))
                .param("now", at(now))
                .param("until", at(now.plus(VALID)))
                .param("before", at(now.minus(BETWEEN)))
                .param("id", method)
                .update();
        if (begun == 0) {
            return Optional.empty();
        }
        facts.record(clock.instant(), by, "TestPageSent", "contact-method/" + method, Map.of());
        return Optional.of(code);
    }

    /** The code as its owner gave it back: typed, or on a call pressed. */
    @Transactional
    public Answer answer(UUID method, String code, String by) {
        var sent = lock(method);
        if (sent.isEmpty() || sent.get().isOver(machineClock.instant())) {
            return Answer.NO_CODE;
        }
        if (!lookup(method, code.strip()).equals(sent.get().lookup())) {
            jdbc.sql("UPDATE contact_method SET code_tries = code_tries + 1 WHERE id = :id")
                    .param("id", method)
                    .update();
            return Answer.WRONG;
        }
        verify(method, sent.get(), by);
        return Answer.VERIFIED;
    }

    /** Somebody on the call that spoke the code pressed a key: as good as the code itself while it is valid. */
    @Transactional
    public Answer pressed(UUID method, String by) {
        var sent = lock(method);
        if (sent.isEmpty()
                || sent.get().isOver(machineClock.instant())
                || !sent.get().kind().equals(ContactKind.VOICE.name())) {
            return Answer.NO_CODE;
        }
        verify(method, sent.get(), by);
        return Answer.VERIFIED;
    }

    private Optional<Sent> lock(UUID method) {
        return jdbc.sql("""
                SELECT kind, staff_id, code_lookup, code_until, code_tries FROM contact_method WHERE id = :id FOR UPDATE
                """).param("id", method).query(Verifications::toSent).optional();
    }

    private void verify(UUID method, Sent sent, String by) {
        var now = clock.instant();
        jdbc.sql("UPDATE contact_method SET verified_at = :now, code_lookup = NULL, code_sent_at = NULL WHERE id = :id")
                .param("now", at(now))
                .param("id", method)
                .update();
        facts.record(now, by, "ContactMethodVerified", "staff/" + sent.staff(), Map.of("kind", sent.kind()));
        Facts.afterCommit(() -> events.publishEvent(new StaffChanged()));
    }

    private String lookup(UUID method, String code) {
        return sealer.lookup("code/" + method + "/" + code);
    }

    private static Sent toSent(ResultSet row, int n) throws SQLException {
        return new Sent(
                row.getString("kind"),
                row.getString("staff_id"),
                textOrNull(row, "code_lookup"),
                instantOrNull(row, "code_until"),
                row.getInt("code_tries"));
    }
}
