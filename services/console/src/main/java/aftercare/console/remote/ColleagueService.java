package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What colleagues are called, and what the caller was paged for, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class ColleagueService {
    /** A case that the caller was paged for and nobody has. */
    public record MyPage(String escalationId, int pages, Instant lastAt) {}

    private record Colleague(String id, String name) {}

    private final Calls calls;

    ColleagueService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    public List<MyPage> myPages(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, "/v1/pages/mine");
    }

    /** Names by staff id. */
    public Names names(Staff staff) {
        var colleagues = calls.get(staff, new ParameterizedTypeReference<List<Colleague>>() {}, "/v1/staff");
        return new Names(colleagues.stream().collect(Collectors.toMap(Colleague::id, Colleague::name)));
    }

    /** The same for a page that can do without: bare ids where the service does not answer. */
    public Names namesIfTold(Staff staff) {
        return Asked.of(() -> names(staff)).orElse(new Names(Map.of()));
    }

    /** What colleagues are called; a bare id where somebody is on no roster. */
    public record Names(Map<String, String> byId) {
        public Names {
            byId = Map.copyOf(byId);
        }

        public String of(String staffId) {
            return staffId.startsWith("service:") ? "Aftercare" : byId.getOrDefault(staffId, staffId);
        }
    }
}
