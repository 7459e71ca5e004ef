package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The PIN that {@code escalation} asks for on the phone. It is never shown. */
@Component
public class PinService {
    private final ServiceClients clients;

    PinService(ServiceClients clients) {
        this.clients = clients;
    }

    /** SET, LOCKED after too many wrong tries, or NONE. */
    public String state(Staff staff) {
        return Objects.requireNonNull(clients.to("escalation", staff.caller())
                        .get()
                        .uri("/v1/staff/me/pin")
                        .retrieve()
                        .body(Pin.class))
                .state();
    }

    public void set(Staff staff, String pin) {
        clients.to("escalation", staff.caller())
                .put()
                .uri("/v1/staff/me/pin")
                .body(Map.of("pin", pin))
                .retrieve()
                .toBodilessEntity();
    }

    private record Pin(String state) {}
}
