package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** On-call, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class OnCallService {

    public record Named(String id, String name) {}

    /** Who would be paged now, by policy. */
    public record Now(Instant at, List<PolicyNow> policies) {}

    public record PolicyNow(String cause, List<StepNow> steps) {}

    public record StepNow(int step, List<Named> people, Duration within, List<Notification> notifications) {}

    public record Notification(String by, Duration after) {}

    /** A time in which a policy reaches nobody for sure. */
    public record Hole(String cause, Instant from, Instant until, List<Named> unverified) {}

    public record Rota(String rotation, String name, String zone, List<Shift> shifts) {}

    public record Shift(
            Instant from,
            Instant until,
            @Nullable Named who,
            String reason,
            @Nullable Named insteadOf) {}

    public record Takeover(String id, String rotation, Named staff, Instant from, Instant until) {}

    public record TimeOff(String id, Named staff, Instant from, Instant until) {}

    public record Swap(String id, Named asking, Part given, Named asked, Part wanted) {}

    /** A time in a rotation. */
    public record Part(String rotation, Instant from, Instant until) {}

    public record ContactMethod(
            String id,
            String kind,
            String address,
            @Nullable Instant verifiedAt) {}

    /** A colleague, and which ways to reach them they have verified. */
    public record Colleague(
            String id,
            String name,
            Set<String> roles,
            boolean canBePaged,
            Set<String> verified,
            Set<String> unverified) {}

    public record Rotation(
            String id,
            String name,
            List<String> participants,
            int every,
            String unit,
            LocalDate startsOn,
            LocalTime handOff,
            String zone) {}

    public record Policy(String cause, Duration acknowledgeWithin, List<Step> steps, int version) {}

    public record Step(List<String> who, Duration within, List<Notification> notifications) {}

    private final ServiceClients clients;

    OnCallService(ServiceClients clients) {
        this.clients = clients;
    }

    public Now now(Staff staff) {
        return get(staff, "/v1/on-call", new ParameterizedTypeReference<>() {});
    }

    public List<Hole> holes(Staff staff) {
        return get(staff, "/v1/on-call/holes", new ParameterizedTypeReference<>() {});
    }

    public List<Rota> shifts(Staff staff, Instant from, Instant until) {
        return get(
                staff,
                "/v1/on-call/shifts?from={from}&until={until}",
                new ParameterizedTypeReference<>() {},
                from,
                until);
    }

    public List<Takeover> overrides(Staff staff) {
        return get(staff, "/v1/overrides", new ParameterizedTypeReference<>() {});
    }

    public void override(Staff staff, String rotation, String who, Instant from, Instant until) {
        send(
                staff,
                HttpMethod.POST,
                Map.of("staffId", who, "from", from, "until", until),
                "/v1/rotations/{id}/overrides",
                rotation);
    }

    public void endOverride(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/overrides/{id}", id);
    }

    public List<TimeOff> timeOff(Staff staff) {
        return get(staff, "/v1/time-off", new ParameterizedTypeReference<>() {});
    }

    public void takeTimeOff(Staff staff, String who, Instant from, Instant until) {
        send(staff, HttpMethod.POST, Map.of("staffId", who, "from", from, "until", until), "/v1/time-off");
    }

    public void endTimeOff(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/time-off/{id}", id);
    }

    public List<Swap> swaps(Staff staff) {
        return get(staff, "/v1/swaps", new ParameterizedTypeReference<>() {});
    }

    public void askSwap(Staff staff, Part given, String asked, Part wanted) {
        send(staff, HttpMethod.POST, Map.of("given", given, "asked", asked, "wanted", wanted), "/v1/swaps");
    }

    public void acceptSwap(Staff staff, String id) {
        send(staff, HttpMethod.POST, Map.of(), "/v1/swaps/{id}/acceptance", id);
    }

    public void declineSwap(Staff staff, String id) {
        send(staff, HttpMethod.POST, Map.of(), "/v1/swaps/{id}/refusal", id);
    }

    public void withdrawSwap(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/swaps/{id}", id);
    }

    public List<ContactMethod> contactMethods(Staff staff, String who) {
        return get(staff, "/v1/staff/{id}/contact-methods", new ParameterizedTypeReference<>() {}, who);
    }

    public void addContactMethod(Staff staff, String who, String kind, String address) {
        send(staff, HttpMethod.POST, Map.of("kind", kind, "address", address), "/v1/staff/{id}/contact-methods", who);
    }

    public void removeContactMethod(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/contact-methods/{id}", id);
    }

    public void sendTestPage(Staff staff, String id) {
        send(staff, HttpMethod.POST, Map.of(), "/v1/contact-methods/{id}/test-page", id);
    }

    public void verify(Staff staff, String id, String code) {
        send(staff, HttpMethod.POST, Map.of("code", code), "/v1/contact-methods/{id}/verification", id);
    }

    public List<Colleague> colleagues(Staff staff) {
        return get(staff, "/v1/staff", new ParameterizedTypeReference<>() {});
    }

    /** {@code number}: a first one, which they verify themselves. */
    public void putColleague(Staff staff, String id, String name, @Nullable String number, Set<String> roles) {
        var body = number == null
                ? Map.of("name", name, "roles", roles)
                : Map.of("name", name, "number", number, "roles", roles);
        send(staff, HttpMethod.PUT, body, "/v1/staff/{id}", id);
    }

    /** Ends whatever they have here, on-call first of all. */
    public void removeColleague(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/staff/{id}", id);
    }

    public List<Named> answeringServices(Staff staff) {
        return get(staff, "/v1/answering-services", new ParameterizedTypeReference<>() {});
    }

    public void putAnsweringService(Staff staff, String id, String name, String number) {
        send(staff, HttpMethod.PUT, Map.of("name", name, "number", number), "/v1/answering-services/{id}", id);
    }

    /** {@code id} as policies write it, with {@code answering:}. */
    public void removeAnsweringService(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/answering-services/{id}", id.substring(id.indexOf(':') + 1));
    }

    public List<Rotation> rotations(Staff staff) {
        return get(staff, "/v1/rotations", new ParameterizedTypeReference<>() {});
    }

    public void putRotation(Staff staff, Rotation rotation) {
        send(
                staff,
                HttpMethod.PUT,
                Map.of(
                        "name", rotation.name(),
                        "participants", rotation.participants(),
                        "every", rotation.every(),
                        "unit", rotation.unit(),
                        "startsOn", rotation.startsOn(),
                        "handOff", rotation.handOff(),
                        "zone", rotation.zone()),
                "/v1/rotations/{id}",
                rotation.id());
    }

    public void removeRotation(Staff staff, String id) {
        send(staff, HttpMethod.DELETE, null, "/v1/rotations/{id}", id);
    }

    public List<Policy> policies(Staff staff) {
        return get(staff, "/v1/policies", new ParameterizedTypeReference<>() {});
    }

    public void putPolicy(Staff staff, Policy policy) {
        send(staff, HttpMethod.PUT, policy, "/v1/policies/{cause}", policy.cause());
    }

    private <T> T get(Staff staff, String path, ParameterizedTypeReference<T> type, Object... variables) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                .get()
                .uri(path, variables)
                .retrieve()
                .body(type));
    }

    private void send(Staff staff, HttpMethod method, @Nullable Object body, String path, Object... variables) {
        var call = clients.to("escalation", staff.caller()).method(method).uri(path, variables);
        if (body != null) {
            call.body(body);
        }
        call.retrieve().toBodilessEntity();
    }
}
