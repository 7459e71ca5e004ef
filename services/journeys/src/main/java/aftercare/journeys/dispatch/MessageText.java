package aftercare.journeys.dispatch;

import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said to a patient, from what is known when it is said. */
public record MessageText(String text, String language) {

    public static MessageText of(
            Wording wording, @Nullable AppointmentId appointment, PatientHistory history, ClinicSettings clinic) {
        var visit = history.visits().stream()
                .filter(candidate -> candidate.id().equals(appointment))
                .findFirst();
        boolean detailed = history.consent()
                .map(ConsentSeen::contentLevel)
                .filter(level -> level == ContentLevel.DETAILED)
                .isPresent();
        var preferred = history.patient().map(PatientSeen::language).orElse(Texts.ENGLISH);
        var language = wording.texts(detailed).languageFor(preferred);
        var template = wording.template(
                detailed,
                language,
                visit.or(() -> latest(history)).map(Visit::route).orElse(Route.UNKNOWN));
        return new MessageText(variables(visit, clinic).fill(template, language), language);
    }

    /** The route of a patient whom a text tells of no visit. */
    private static Optional<Visit> latest(PatientHistory history) {
        return history.visits().stream().filter(Visit::isSession).reduce((earlier, later) -> later);
    }

    /** A visit takes place where the clinic is: its time is told in the clinic's zone, wherever the patient lives. */
    private static Variables variables(Optional<Visit> visit, ClinicSettings clinic) {
        return new Variables(
                clinic,
                visit.map(it -> it.startsAt().atZone(it.zone() == null ? clinic.zone() : it.zone()))
                        .orElse(null));
    }
}
