package aftercare.journeys.dispatch;

import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said to a patient, from what is known when it is said. */
public record MessageText(String text, String language) {

    public static MessageText of(
            Touchpoint touchpoint, @Nullable AppointmentId appointment, PatientHistory history, ClinicSettings clinic) {
        var visit = history.visits().stream()
                .filter(candidate -> candidate.id().equals(appointment))
                .findFirst();
        boolean detailed = history.consent()
                .map(ConsentSeen::contentLevel)
                .filter(level -> level == ContentLevel.DETAILED)
                .isPresent();
        var preferred = history.patient().map(PatientSeen::language).orElse(Texts.ENGLISH);
        var wording = Objects.requireNonNull(touchpoint.wording());
        var language = wording.texts(detailed).languageFor(preferred);
        var template =
                wording.template(detailed, language, visit.map(Visit::route).orElse(Route.UNKNOWN));
        return new MessageText(variables(visit, clinic).fill(template, language), language);
    }

    /** A visit takes place where the clinic is: its time is told in the clinic's zone, wherever the patient lives. */
    private static Variables variables(Optional<Visit> visit, ClinicSettings clinic) {
        return new Variables(
                clinic,
                visit.map(it -> it.startsAt().atZone(it.zone() == null ? clinic.zone() : it.zone()))
                        .orElse(null));
    }
}
