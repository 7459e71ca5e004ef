package aftercare.messaging.sending;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.lineOrNull;
import static aftercare.messaging.columns.Columns.patientOrNull;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, several lines at a time and one text after the other on each. Claims only spread the work over instances; that a text
 * goes once is the row's state, committed under the line's lock before the call.
 */
@Component
class Sender implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration CLAIM = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Dispatch dispatch;
    private final Outcomes outcomes;
    private final SmsCarrier carrier;
    private final SendingSettings settings;
    private final Pace pace;
    private final URI callbacks;
    private final ClinicClock clock;
    private final MachineClock machine;
    private final Semaphore free;
    private final Set<LineId> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();

    Sender(
            JdbcClient jdbc,
            Dispatch dispatch,
            Outcomes outcomes,
            SmsCarrier carrier,
            SendingSettings settings,
            @Value("${aftercare.public-url}") URI publicUrl,
            ClinicClock clock,
            MachineClock machine) {
        this.jdbc = jdbc;
        this.dispatch = dispatch;
        this.outcomes = outcomes;
        this.carrier = carrier;
        this.settings = settings;
        this.pace = Pace.of(settings.textsPerSecond());
        this.callbacks = URI.create(stripped(publicUrl) + "/webhooks/twilio/status/");
        this.clock = clock;
        this.machine = machine;
        this.free = new Semaphore(settings.atOnce());
    }

    /** Claims due texts and sets their lines going; returns how many it claimed. */
    int sendDue() {
        var recovered = recoverLost();
        var room = free.availablePermits();
        if (room == 0) {
            return 0; // Whoever finishes rings.
        }
        var claims = claim(room);
        var goOn = new LinkedHashSet<LineId>();
        for (var claimed : claims) {
            claimed.line().ifPresentOrElse(goOn::add, () -> settleUnreachable(claimed));
        }
        goOn.forEach(this::work);
        return recovered + claims.size();
    }

    /** First what somebody waits for now, whatever the pace; of what was planned, no more than the pace has room for. */
    private List<Claimed> claim(int room) {
        var claims = new ArrayList<>(claim("kind <> 'REQUESTED'", "due_at", room));
        claims.addAll(
                claim("kind = 'REQUESTED'", "priority DESC, due_at", Math.min(room - claims.size(), pace.room())));
        return claims;
    }

    /** What is due, or was claimed by somebody who did not come back. */
    private List<Claimed> claim(String which, String first, int limit) {
        var machineNow = machine.instant();
        return jdbc.sql("""
                UPDATE message SET claimed_until = :until
                 WHERE id IN (SELECT id FROM message
                               WHERE state = 'QUEUED' AND %s AND due_at <= :now
                                 AND (claimed_until IS NULL OR claimed_until <= :machineNow)
                               ORDER BY %s LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING patient_id,
                          CASE WHEN kind = 'REQUESTED' THEN (SELECT p.line_id FROM patient p WHERE p.id = patient_id)
                               ELSE line_id END AS line_id
                """.formatted(which, first))
                .param("now", at(clock.instant()))
                .param("machineNow", at(machineNow))
                .param("until", at(machineNow.plus(CLAIM)))
                .param("limit", limit)
                .query((row, n) ->
                        new Claimed(Optional.ofNullable(lineOrNull(row, "line_id")), patientOrNull(row, "patient_id")))
                .list();
    }

    private void settleUnreachable(Claimed claimed) {
        if (claimed.patient() != null) {
            dispatch.settleUnreachable(claimed.patient(), clock.instant());
        }
    }

    private void work(LineId line) {
        if (!busy.add(line)) {
            return; // It goes on until nothing is due there.
        }
        free.acquireUninterruptibly();
        lines.execute(() -> {
            try {
                while (sendNext(line)) {
                    log.atDebug().addKeyValue("line", line).log("A text was tried");
                }
            } catch (RuntimeException failure) {
                // The rows are still due; a begun one becomes uncertain when its lease ends.
                log.atWarn()
                        .addKeyValue("line", line)
                        .addKeyValue("error", failure.getClass().getName())
                        .log("Sending on a line failed and will be tried again");
            } finally {
                busy.remove(line);
                free.release();
            }
        });
    }

    /** One text: committed as begun, called, and the outcome written down. */
    boolean sendNext(LineId line) {
        var attempt = dispatch.next(line, clock.instant(), machine.instant(), pace);
        attempt.ifPresent(this::carryOut);
        return attempt.isPresent();
    }

    void carryOut(Attempt begun) {
        if (!dispatch.overtaken(begun, clock.instant())) {
            outcomes.record(begun.messageId(), call(begun), clock.instant());
        }
    }

    private SendOutcome call(Attempt attempt) {
        try {
            return carrier.send(settings.from(), attempt.to(), attempt.text(), callbacks.resolve(attempt.token()));
        } catch (RuntimeException failure) {
            // Whatever went wrong on our side of the call, the text may have left.
            return new SendOutcome.Uncertain(failure.getClass().getSimpleName());
        }
    }

    private int recoverLost() {
        var lost = jdbc.sql("SELECT id FROM message WHERE state = 'SENDING' AND sending_until <= :now LIMIT 100")
                .param("now", at(machine.instant()))
                .query((row, n) -> new MessageId(uuid(row, "id")))
                .list();
        lost.forEach(message -> outcomes.lost(message, clock.instant(), machine.instant()));
        return lost.size();
    }

    @Override
    public void destroy() {
        lines.close();
    }

    private static String stripped(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    private record Claimed(Optional<LineId> line, @Nullable PatientId patient) {}
}
