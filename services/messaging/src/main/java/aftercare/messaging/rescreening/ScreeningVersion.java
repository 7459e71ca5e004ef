package aftercare.messaging.rescreening;

import aftercare.messaging.gate.EngineVersion;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.schemas.screening.Versions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks screening what makes its verdicts now. */
@Component
class ScreeningVersion {
    private static final Logger log = LoggerFactory.getLogger(ScreeningVersion.class);

    private final ServiceClients clients;

    ScreeningVersion(ServiceClients clients) {
        this.clients = clients;
    }

    /** Empty when screening does not answer: escalation watches over that, and the next question is soon. */
    Optional<EngineVersion> ask() {
        try {
            return Optional.ofNullable(clients.to("screening", Caller.service("messaging"))
                            .get()
                            .uri("/v1/version")
                            .retrieve()
                            .body(Versions.class))
                    .map(EngineVersion::of);
        } catch (RestClientException unanswered) {
            log.atDebug()
                    .addKeyValue("error", unanswered.getClass().getName())
                    .log("Screening did not say its version");
            return Optional.empty();
        }
    }
}
