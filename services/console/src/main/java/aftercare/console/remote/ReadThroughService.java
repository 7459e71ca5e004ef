package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The read-through, asked of {@code messaging} in the name of whoever is signed in. */
@Component
public class ReadThroughService {

    /** The replies that are before the reader now, all that wait, and who else reads. */
    public record Batch(List<Entry> entries, Backlog backlog, List<Reader> readers) {}

    /** One routine reply, what the clinic had asked, and why it was routine. */
    public record Entry(
            String replyId,
            String lineId,
            @Nullable String text,
            int mediaCount,
            Instant receivedAt,
            @Nullable String asked,
            @Nullable Instant askedAt,
            @Nullable String ending,
            List<String> reasons) {}

    public record Backlog(int waiting, @Nullable Instant oldestReceivedAt) {}

    private record Overview(Backlog backlog) {}

    public record Reader(String staffId, int replies) {}

    /** What was said of a reply so far. */
    public record Mark(
            @Nullable String readBy,
            @Nullable String flaggedBy,
            @Nullable String flaggedLevel) {}

    public record MissRates(Instant since, @Nullable MissRate all, List<OfVersion> versions) {}

    public record OfVersion(String version, MissRate rate) {}

    /** Shares, from 0 to 1. */
    public record MissRate(long read, long flagged, double rate, double low, double high) {}

    private final ServiceClients clients;

    ReadThroughService(ServiceClients clients) {
        this.clients = clients;
    }

    /** How much waits, without taking any of it. */
    public Backlog backlog(Staff staff) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                        .get()
                        .uri("/v1/read-through")
                        .retrieve()
                        .body(Overview.class))
                .backlog();
    }

    public Batch claim(Staff staff) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/read-through/claims")
                .retrieve()
                .body(Batch.class));
    }

    public MissRates missRates(Staff staff) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .get()
                .uri("/v1/read-through/miss-rate")
                .retrieve()
                .body(MissRates.class));
    }

    public Mark seen(Staff staff, String replyId) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/read-through/{id}/seen", replyId)
                .retrieve()
                .body(Mark.class));
    }

    public void unseen(Staff staff, String replyId) {
        clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/read-through/{id}/unseen", replyId)
                .retrieve()
                .toBodilessEntity();
    }

    public Mark flag(Staff staff, String replyId, String level) {
        return Objects.requireNonNull(clients.to("messaging", staff.caller())
                .post()
                .uri("/v1/read-through/{id}/flag", replyId)
                .body(Map.of("level", level))
                .retrieve()
                .body(Mark.class));
    }
}
