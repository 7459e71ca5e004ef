package aftercare.messaging.rescreening;

import aftercare.messaging.gate.EngineVersion;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs through old replies. A run is rows: which replies, which were sent, which are answered; so a kill stops nothing and no reply is
 * screened twice by the same version.
 */
@Service
class Rescreening {
    private static final Logger log = LoggerFactory.getLogger(Rescreening.class);
    private static final String MACHINE = "service:messaging";

    private final Runs runs;
    private final Rescreens rescreens;
    private final PastReplies past;
    private final Outbox outbox;
    private final Audit audit;
    private final RescreenSettings settings;

    Rescreening(
            Runs runs, Rescreens rescreens, PastReplies past, Outbox outbox, Audit audit, RescreenSettings settings) {
        this.runs = runs;
        this.rescreens = rescreens;
        this.past = past;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
    }

    /** The engine is of this version now. Where it has not read the replies of the last days, a run begins; a fresh clinic has none. */
    @Transactional
    public void learn(EngineVersion version, Instant now) {
        runs.lockAll();
        var current = runs.current();
        if (current.isPresent() && current.get().version().equals(version)) {
            return;
        }
        current.ifPresent(old -> supersede(old, now));
        var since = now.minus(settings.back());
        if (rescreens.anyUnreadBy(version, since)) {
            begin(new Run(UUID.randomUUID(), version, since), now);
        }
    }

    private void supersede(Run old, Instant now) {
        rescreens.dropUnsent(old);
        end(old, "SUPERSEDED", now);
    }

    private void begin(Run run, Instant now) {
        runs.add(run, now);
        var replies = rescreens.fill(run);
        audit.record(
                now,
                MACHINE,
                "RescreeningBegun",
                "rescreening/" + run.id(),
                Map.of("version", run.version().name(), "replies", String.valueOf(replies)));
        log.atInfo()
                .addKeyValue("run", run.id())
                .addKeyValue("version", run.version())
                .addKeyValue("replies", replies)
                .log("The engine has changed; replies are screened again");
    }

    /**
     * Sends what there is room for; nothing while a live reply waits.
     *
     * @return how many were sent
     */
    @Transactional
    public int send(Instant now, Instant machineNow) {
        var run = runs.lockCurrent();
        return run.isEmpty() || rescreens.isLiveWaiting() ? 0 : send(run.get(), now, machineNow);
    }

    private int send(Run run, Instant now, Instant machineNow) {
        var lost = machineNow.minus(settings.again());
        var room = settings.atOnce() - rescreens.underWay(run, lost);
        var batch = rescreens.next(run, lost, Math.max(0, room));
        rescreens.sent(run, batch, machineNow);
        batch.forEach(reply -> send(run, reply, now, machineNow));
        if (rescreens.isAnswered(run)) {
            end(run, "DONE", now);
        }
        return batch.size();
    }

    /** This lane's order per line is kept by the run's lock: nobody else writes to it. */
    private void send(Run run, ReplyId reply, Instant now, Instant machineNow) {
        var event = UUID.randomUUID();
        try {
            var told = past.of(reply, event);
            outbox.add(Topics.RESCREENS, event, told.lineId().toString(), now, told);
        } catch (SealBroken broken) {
            rescreens.unreadable(run, reply, machineNow);
            log.atError()
                    .addKeyValue("reply", reply)
                    .addKeyValue("run", run.id())
                    .log("An old reply's words can't be opened; it keeps the level it has");
        }
    }

    private void end(Run run, String ending, Instant now) {
        runs.end(run, ending, now);
        var progress = runs.progress(run);
        audit.record(
                now,
                MACHINE,
                "RescreeningEnded",
                "rescreening/" + run.id(),
                Map.of("ending", ending, "foundLate", String.valueOf(progress.foundLate())));
        tell(progress, "Screening again has ended");
    }

    static void tell(Progress progress, String what) {
        log.atInfo()
                .addKeyValue("run", progress.run())
                .addKeyValue("version", progress.version())
                .addKeyValue("replies", progress.replies())
                .addKeyValue("answered", progress.answered())
                .addKeyValue("foundLate", progress.foundLate())
                .addKeyValue("ending", progress.ending())
                .log(what);
    }
}
