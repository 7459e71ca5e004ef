package aftercare.simulator.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as the carrier keeps it.
 *
 * @param parent the call that dialled this one
 * @param line the clinic's number
 * @param url where to ask what to say; none for a dialled one
 * @param tells of which steps the callback is told
 * @param byMachine whether a voicemail picked up
 * @param dueAt machine time: when it goes on by itself
 * @param clinicAt what the clinic clock showed when it began to ring
 */
public record Call(
        String sid,
        @Nullable String parent,
        String phoneId,
        String phone,
        String line,
        @Nullable String url,
        @Nullable String callback,
        List<String> tells,
        Progress progress,
        boolean byMachine,
        Scene scene,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        Instant clinicAt) {
    public Call {
        tells = List.copyOf(tells);
    }

    public List<CallLine> lines() {
        return scene.lines();
    }

    /** Whether keys are being waited for. */
    public boolean isListening() {
        return scene.listening();
    }

    /** Seconds that it was answered for. */
    int seconds() {
        return answeredAt == null || endedAt == null
                ? 0
                : Math.toIntExact(Math.max(1, endedAt.getEpochSecond() - answeredAt.getEpochSecond()));
    }

    Call now(Scene changed, @Nullable Instant nextAt) {
        return with(progress, byMachine, changed, nextAt, answeredAt, endedAt);
    }

    Call answered(boolean machine, Instant at) {
        return with(Progress.IN_PROGRESS, machine, scene, null, at, null);
    }

    Call over(Progress how, Instant at) {
        return with(how, byMachine, scene, null, answeredAt, at);
    }

    private Call with(
            Progress how,
            boolean machine,
            Scene changed,
            @Nullable Instant nextAt,
            @Nullable Instant answered,
            @Nullable Instant ended) {
        return new Call(
                sid, parent, phoneId, phone, line, url, callback, tells, how, machine, changed, nextAt, createdAt,
                answered, ended, clinicAt);
    }

    /** Never numbers (S9). */
    @Override
    public String toString() {
        return "Call " + sid;
    }
}
