package aftercare.journeys.export;

import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * A patient's name, numbers and texts, which messaging keeps. Asked for in the name of whoever exports: messaging decides what they may see,
 * and writes down that they looked.
 */
@Component
class Correspondence {
    private static final Logger log = LoggerFactory.getLogger(Correspondence.class);

    private final ServiceClients clients;

    Correspondence(ServiceClients clients) {
        this.clients = clients;
    }

    /** As messaging tells it. */
    record Chart(String name, @Nullable String number, List<String> numbers, String language) {
        /** No words (S9). */
        @Override
        public String toString() {
            return "Chart";
        }
    }

    /** One thing of a timeline, as messaging tells it. */
    record Entry(
            UUID id,
            String kind,
            Instant at,
            @Nullable String from,
            @Nullable String text,
            String status,
            @Nullable String level,
            @Nullable String touchpoint,
            @Nullable String reason,
            @Nullable String who,
            @Nullable UUID answersReplyId,
            boolean shared) {
        boolean isText() {
            return kind.equals("TEXT");
        }

        boolean isPatients() {
            return "PATIENT".equals(from);
        }

        /** The id only (S9). */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    Chart chart(PatientId patient, Caller caller) {
        return ask("/v1/patients/{id}", patient, caller, new ParameterizedTypeReference<>() {});
    }

    List<Entry> texts(PatientId patient, Caller caller) {
        var entries =
                ask("/v1/patients/{id}/timeline", patient, caller, new ParameterizedTypeReference<List<Entry>>() {});
        return entries.stream().filter(Entry::isText).toList();
    }

    private <T> T ask(String path, PatientId patient, Caller caller, ParameterizedTypeReference<T> type) {
        try {
            return Objects.requireNonNull(clients.to("messaging", caller)
                    .get()
                    .uri(path, patient.value())
                    .retrieve()
                    .body(type));
        } catch (HttpClientErrorException.NotFound unknown) {
            throw Problems.unknownPatient();
        } catch (RestClientException e) {
            log.atWarn().addKeyValue("error", e.getClass().getName()).log("Messaging does not answer an export");
            throw Problems.textsNotKnown();
        }
    }
}
