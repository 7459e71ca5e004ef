package aftercare.escalation.cases;

import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.schemas.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What goes to the patients of a case once their texts go on: what waits in messaging, and what journeys plans for the days after. */
@Component
class NextTexts {
    private static final Logger log = LoggerFactory.getLogger(NextTexts.class);
    private static final Duration AHEAD = Duration.ofDays(7);

    private final ServiceClients clients;

    NextTexts(ServiceClients clients) {
        this.clients = clients;
    }

    /** A service that does not answer is named: what it would have said is not known, and that must not look like nothing. */
    Upcoming of(Case about, Caller caller, Instant now) {
        var unanswered = new ArrayList<String>();
        var texts = about.patientIds().stream()
                .flatMap(patient -> Stream.concat(
                        queued(patient, caller, now, unanswered), planned(patient, caller, now, unanswered)))
                .sorted(Comparator.comparing(Next::from))
                .toList();
        return new Upcoming(texts, unanswered.stream().distinct().toList());
    }

    private Stream<Next> queued(PatientId patient, Caller caller, Instant now, List<String> unanswered) {
        return ask("messaging", "/v1/patients/{id}/queue", patient, caller, unanswered, new QueuedTexts()).stream()
                .flatMap(List::stream)
                .filter(text -> text.closesAt().isAfter(now))
                .map(text -> new Next(
                        patient,
                        text.touchpoint(),
                        later(text.opensAt(), now),
                        text.closesAt(),
                        !text.opensAt().isAfter(now)));
    }

    private Stream<Next> planned(PatientId patient, Caller caller, Instant now, List<String> unanswered) {
        return ask("journeys", "/v1/patients/{id}/plan", patient, caller, unanswered, new Touchpoints()).stream()
                .flatMap(List::stream)
                .flatMap(touchpoint -> touchpoint.open(now, now.plus(AHEAD)).stream())
                .map(touchpoint -> new Next(
                        patient, touchpoint.name(), later(touchpoint.opensAt(), now), touchpoint.closesAt(), false));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private <T> Optional<T> ask(
            String service,
            String path,
            PatientId patient,
            Caller caller,
            List<String> unanswered,
            ParameterizedTypeReference<T> type) {
        try {
            return Optional.ofNullable(clients.to(service, caller)
                    .get()
                    .uri(path, patient.value())
                    .retrieve()
                    .body(type));
        } catch (RestClientException e) {
            log.atWarn()
                    .addKeyValue("service", service)
                    .addKeyValue("error", e.getClass().getName())
                    .log("What goes out next is not known");
            unanswered.add(service);
            return Optional.empty();
        }
    }

    /** @param unanswered services of which nothing is known now */
    record Upcoming(List<Next> texts, List<String> unanswered) {
        Upcoming {
            texts = List.copyOf(texts);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * One text.
     *
     * @param atOnce its time has come: it waits for nothing but the release
     */
    record Next(
            PatientId patientId,
            String touchpoint,
            Instant from,
            @Nullable Instant until,
            boolean atOnce) {}

    private static final class QueuedTexts extends ParameterizedTypeReference<List<Queued>> {}

    private static final class Touchpoints extends ParameterizedTypeReference<List<Planned>> {}

    record Queued(String touchpoint, Instant opensAt, Instant closesAt) {}

    record Planned(
            String touchpoint,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            String state) {
        private Optional<Sure> open(Instant now, Instant until) {
            return state.equals("PLANNED") && opensAt != null && opensAt.isBefore(until) && !isOver(now)
                    ? Optional.of(new Sure(touchpoint, opensAt, closesAt))
                    : Optional.empty();
        }

        private boolean isOver(Instant now) {
            return closesAt != null && closesAt.isBefore(now);
        }
    }

    record Sure(String name, Instant opensAt, @Nullable Instant closesAt) {}
}
