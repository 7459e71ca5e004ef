package aftercare.messaging.sending;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.messaging.lines.Lines;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.platform.twilio.SmsCarrier.Sent;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for uncertain texts in the carrier's list. A text that was just taken can be missing there for a while, so not finding it settles
 * nothing before its window ends (S6).
 */
@Component
class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Outcomes outcomes;
    private final SmsCarrier carrier;
    private final Sealer sealer;
    private final SendingSettings settings;
    private final ClinicClock clock;
    private final MachineClock machine;

    Settling(
            JdbcClient jdbc,
            Lines lines,
            Outcomes outcomes,
            SmsCarrier carrier,
            Sealer sealer,
            SendingSettings settings,
            ClinicClock clock,
            MachineClock machine) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.outcomes = outcomes;
        this.carrier = carrier;
        this.sealer = sealer;
        this.settings = settings;
        this.clock = clock;
        this.machine = machine;
    }

    int settleDue() {
        var now = clock.instant();
        var due = claim(now, machine.instant());
        due.forEach(text -> settle(text, now));
        return due.size();
    }

    private void settle(UncertainText text, Instant now) {
        var sign = look(text);
        if (sign.isPresent()) {
            outcomes.found(text.id(), sign.get().carrierId(), now);
        } else if (!now.isBefore(text.closesAt())) {
            outcomes.unknown(text.id(), now);
        }
    }

    private Optional<Sent> look(UncertainText text) {
        try {
            var number = lines.find(text.line()).flatMap(lines::numberOf).orElseThrow();
            var words = sealer.open(text.words(), text.id(), "text");
            return carrier.sentTo(number, text.sendingSince().minus(CLOCKS_DIFFER)).stream()
                    .filter(sent ->
                            sent.from().equals(settings.from()) && sent.body().equals(words))
                    .filter(sent -> !taken(sent.carrierId()))
                    .findFirst();
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("message", text.id())
                    .addKeyValue("error", failure.getClass().getName())
                    .log("The carrier's list can't be read; it is asked again later");
            return Optional.empty();
        }
    }

    /** The same words sent twice are two rows: one that is another text's is no sign of this one. */
    private boolean taken(String carrierId) {
        return jdbc.sql("SELECT count(*) FROM message WHERE carrier_id = :carrier")
                        .param("carrier", carrierId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Each look puts the next one off, twice as long as before; the end of the window is always looked at. */
    private List<UncertainText> claim(Instant now, Instant machineNow) {
        return jdbc.sql("""
                UPDATE message
                   SET looks = looks + 1,
                       look_at = :machineNow::timestamptz + :pause * (1 << least(looks, :doublings)) * interval '1 millisecond'
                 WHERE id IN (SELECT id FROM message
                               WHERE state = 'UNCERTAIN' AND (look_at <= :machineNow OR closes_at <= :now)
                               ORDER BY look_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                RETURNING id, line_id, text, sending_since, closes_at
                """)
                .param("machineNow", at(machineNow))
                .param("pause", FIRST_PAUSE.toMillis())
                .param("doublings", DOUBLINGS)
                .param("now", at(now))
                .param("batch", BATCH)
                .query((row, n) -> new UncertainText(
                        new MessageId(uuid(row, "id")),
                        line(row, "line_id"),
                        new Sealed(row.getString("text")),
                        instant(row, "sending_since"),
                        instant(row, "closes_at")))
                .list();
    }

    private record UncertainText(MessageId id, LineId line, Sealed words, Instant sendingSince, Instant closesAt) {}
}
