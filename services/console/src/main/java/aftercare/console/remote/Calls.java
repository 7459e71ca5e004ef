package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;

/** The calls to one service, in the name of whoever is signed in. */
final class Calls {
    private final ServiceClients clients;
    private final String service;

    Calls(ServiceClients clients, String service) {
        this.clients = clients;
        this.service = service;
    }

    <T> T get(Staff staff, ParameterizedTypeReference<T> type, String path, Object... variables) {
        return Objects.requireNonNull(clients.to(service, staff.caller())
                .get()
                .uri(path, variables)
                .retrieve()
                .body(type));
    }

    <T> T get(Staff staff, Class<T> type, String path, Object... variables) {
        return get(staff, ParameterizedTypeReference.forType(type), path, variables);
    }

    void post(Staff staff, Map<String, ?> body, String path, Object... variables) {
        clients.to(service, staff.caller())
                .post()
                .uri(path, variables)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    <T> T post(Staff staff, Map<String, ?> body, Class<T> answer, String path, Object... variables) {
        return Objects.requireNonNull(clients.to(service, staff.caller())
                .post()
                .uri(path, variables)
                .body(body)
                .retrieve()
                .body(answer));
    }

    void put(Staff staff, Map<String, ?> body, String path, Object... variables) {
        clients.to(service, staff.caller())
                .put()
                .uri(path, variables)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    <T> T put(Staff staff, Map<String, ?> body, Class<T> answer, String path, Object... variables) {
        return Objects.requireNonNull(clients.to(service, staff.caller())
                .put()
                .uri(path, variables)
                .body(body)
                .retrieve()
                .body(answer));
    }

    void delete(Staff staff, String path, Object... variables) {
        clients.to(service, staff.caller())
                .delete()
                .uri(path, variables)
                .retrieve()
                .toBodilessEntity();
    }
}
