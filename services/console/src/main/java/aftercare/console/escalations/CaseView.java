package aftercare.console.escalations;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.CareService;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.EscalationService;
import aftercare.console.remote.EscalationService.CaseDetail;
import aftercare.console.remote.JourneysService;
import aftercare.console.remote.JourneysService.Answer;
import aftercare.console.remote.MessagingService;
import aftercare.console.remote.MessagingService.Text;
import aftercare.console.threads.Said;
import aftercare.platform.clock.ClinicClock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a case shows. */
@Component
class CaseView {
    private static final int SCORES = 12;

    private final EscalationService escalation;
    private final MessagingService messaging;
    private final JourneysService journeys;
    private final CareService care;
    private final ColleagueService colleagues;
    private final ClinicClock clock;

    CaseView(
            EscalationService escalation,
            MessagingService messaging,
            JourneysService journeys,
            CareService care,
            ColleagueService colleagues,
            ClinicClock clock) {
        this.escalation = escalation;
        this.messaging = messaging;
        this.journeys = journeys;
        this.care = care;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    void into(Model model, Staff staff, String id) {
        var found = escalation.byId(staff, id);
        var thread = thread(staff, found);
        var people = found.patientIds().stream()
                .map(patient -> person(staff, patient))
                .toList();
        model.addAttribute("case", found);
        model.addAttribute("now", clock.instant());
        model.addAttribute("thread", Said.marked(thread, found.findings()));
        model.addAttribute("people", people);
        model.addAttribute("call", firstNumber(people).stream().findFirst().orElse(null));
        model.addAttribute("happenings", Happening.of(found, thread));
        protocolInto(model, staff, id);
    }

    /** What was said on every phone that the case is about, oldest first. */
    private List<Text> thread(Staff staff, CaseDetail found) {
        return Objects.requireNonNullElse(found.lineIds(), List.of(found.lineId())).stream()
                .flatMap(line -> messaging.thread(staff, line).stream())
                .sorted(Comparator.comparing(Text::at))
                .toList();
    }

    void protocolInto(Model model, Staff staff, String id) {
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute("steps", care.protocol(staff, id));
    }

    private PersonOfCase person(Staff staff, String patient) {
        return new PersonOfCase(
                messaging.patient(staff, patient),
                Asked.ofWhatMayBe(() -> care.safetyPlan(staff, patient)),
                Asked.of(() -> Sessions.of(journeys.plan(staff, patient), clock.instant())),
                Asked.of(() -> latest(journeys.answers(staff, patient))));
    }

    private static List<Answer> latest(List<Answer> answers) {
        return answers.stream()
                .sorted(Comparator.comparing(Answer::at).reversed())
                .limit(SCORES)
                .toList();
    }

    private static Stream<String> numbers(List<PersonOfCase> people) {
        return people.stream().flatMap(person -> person.numbers().stream());
    }

    private static List<String> firstNumber(List<PersonOfCase> people) {
        return numbers(people).limit(1).toList();
    }
}
