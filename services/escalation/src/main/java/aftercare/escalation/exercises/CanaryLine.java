package aftercare.escalation.exercises;

import aftercare.escalation.cases.RehearsedCases;
import aftercare.escalation.exercises.Readiness.Ready;
import aftercare.escalation.exercises.Readiness.Unfit;
import aftercare.escalation.exercises.Readiness.Why;
import aftercare.escalation.oncall.Contacts;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.schemas.LineId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Looks before each exercise that nobody is behind the canary's number: a patient's line must never be taken for it. */
@Component
class CanaryLine {
    private static final Logger log = LoggerFactory.getLogger(CanaryLine.class);

    private final CanaryPager pager;
    private final Contacts contacts;
    private final RehearsedCases cases;
    private final ServiceClients clients;
    private final List<String> clinicsOwn;

    CanaryLine(
            CanaryPager pager,
            Contacts contacts,
            RehearsedCases cases,
            ServiceClients clients,
            VoiceSettings voice,
            @Value("${escalation.paging.from}") String pagingNumber) {
        this.pager = pager;
        this.contacts = contacts;
        this.cases = cases;
        this.clients = clients;
        this.clinicsOwn = List.of(voice.clinicNumber(), pagingNumber);
    }

    Readiness look() {
        var number = pager.number();
        if (number.isEmpty()) {
            return new Unfit(Why.NOT_SET_UP);
        }
        if (clinicsOwn.contains(number.get())) {
            return new Unfit(Why.THE_CLINICS);
        }
        return contacts.isSomebodys(number.get()) ? new Unfit(Why.A_COLLEAGUES) : ask(number.get());
    }

    private Readiness ask(String number) {
        try {
            var line = Objects.requireNonNull(clients.to("messaging", Caller.service("escalation"))
                    .post()
                    .uri("/v1/lines/lookup")
                    .body(Map.of("phone", number))
                    .retrieve()
                    .body(Line.class));
            if (!line.patientIds().isEmpty()) {
                return new Unfit(Why.A_PATIENTS);
            }
            var id = new LineId(line.lineId());
            return cases.isOpenOn(id) ? new Unfit(Why.CASE_OPEN) : new Ready(id);
        } catch (RestClientException e) {
            log.atWarn().addKeyValue("error", e.getClass().getName()).log("Messaging did not name the canary's line");
            return new Unfit(Why.MESSAGING_SILENT);
        }
    }

    private record Line(UUID lineId, @Nullable List<String> patientIds) {
        @Override
        public List<String> patientIds() {
            return patientIds == null ? List.of() : patientIds;
        }
    }
}
