package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** One patient as a FHIR Bundle, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class ExportService {
    private final ServiceClients clients;

    ExportService(ServiceClients clients) {
        this.clients = clients;
    }

    public byte[] fhir(Staff staff, String patientId) {
        return Objects.requireNonNull(clients.to("journeys", staff.caller())
                .get()
                .uri("/v1/patients/{id}/fhir", patientId)
                .retrieve()
                .body(byte[].class));
    }
}
