package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.Asked;
import aftercare.console.remote.CareService;
import aftercare.console.remote.ColleagueService;
import aftercare.console.remote.JourneysService;
import aftercare.console.remote.JourneysService.Touchpoint;
import aftercare.console.remote.MessagingService;
import aftercare.console.remote.ProgressService;
import aftercare.console.remote.ProgressService.Progress;
import aftercare.console.remote.ProgressService.Reason;
import aftercare.console.remote.WorkService;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one patient does: sessions, texts both ways and why, scores over time, what comes next, what holds texts back, and what waits for staff. */
@Controller
class PatientPages {
    private static final int UNSENT_SHOWN = 30;

    private final MessagingService messaging;
    private final JourneysService journeys;
    private final ProgressService progress;
    private final CareService care;
    private final ColleagueService colleagues;
    private final WorkService work;
    private final ZoneId clinicZone;

    PatientPages(
            MessagingService messaging,
            JourneysService journeys,
            ProgressService progress,
            CareService care,
            ColleagueService colleagues,
            WorkService work,
            @Value("${clinic.zone}") ZoneId clinicZone) {
        this.messaging = messaging;
        this.journeys = journeys;
        this.progress = progress;
        this.care = care;
        this.colleagues = colleagues;
        this.work = work;
        this.clinicZone = clinicZone;
    }

    @GetMapping("/patients/{id}")
    String one(@PathVariable String id, Authentication signedIn, Model model) {
        live(id, signedIn, model);
        var suggested = Asked.of(() -> journeys.suggestedWords(Staff.of(signedIn), id));
        model.addAttribute("suggested", suggested.orElse(List.of()));
        model.addAttribute("suggestedAnswered", suggested.answered());
        return "patient";
    }

    @GetMapping("/patients/{id}/live")
    String live(@PathVariable String id, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var patient = messaging.patient(staff, id);
        var zone = patient.zone() == null ? clinicZone : ZoneId.of(patient.zone());
        model.addAttribute("patient", patient);
        model.addAttribute("lineId", patient.lineId());
        model.addAttribute("back", "/patients/" + id);
        model.addAttribute("names", colleagues.names(staff));
        model.addAttribute("safetyPlan", Asked.ofWhatMayBe(() -> care.safetyPlan(staff, id)));
        model.addAttribute("timeline", messaging.timeline(staff, id));
        model.addAttribute("work", Asked.of(() -> work.ofPatient(staff, id)));
        holds(patient.lineId(), staff, model);
        planned(id, staff, model);
        doing(id, zone, staff, model);
        return "patient :: live";
    }

    private void holds(@Nullable String lineId, Staff staff, Model model) {
        model.addAttribute(
                "holds",
                lineId == null
                        ? new Asked<>(List.<String>of(), true)
                        : Asked.of(() -> {
                            var held = messaging.line(staff, lineId).holds();
                            return held == null ? List.<String>of() : held;
                        }));
    }

    private void planned(String id, Staff staff, Model model) {
        var plan = Asked.of(() -> journeys.plan(staff, id));
        model.addAttribute("planAnswered", plan.answered());
        model.addAttribute(
                "next",
                plan.orElse(List.of()).stream().filter(PatientPages::isToCome).toList());
        model.addAttribute(
                "unsent",
                plan.orElse(List.of()).stream()
                        .filter(touchpoint -> touchpoint.reason() != null)
                        .filter(touchpoint -> List.of("SKIPPED", "WITHDRAWN").contains(touchpoint.state()))
                        .sorted(Comparator.comparing((Touchpoint touchpoint) -> touchpoint.opensAt() == null
                                        ? touchpoint.why().at()
                                        : touchpoint.opensAt())
                                .reversed())
                        .limit(UNSENT_SHOWN)
                        .toList());
        model.addAttribute(
                "touchpoints", Asked.of(() -> progress.touchpointNames(staff)).orElse(Map.of()));
        model.addAttribute(
                "reasons",
                Asked.of(() -> progress.reasons(staff, id)).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Reason::messageId, Function.identity(), (one, other) -> one)));
    }

    private static boolean isToCome(Touchpoint touchpoint) {
        return List.of("PLANNED", "REQUESTED").contains(touchpoint.state());
    }

    private void doing(String id, ZoneId zone, Staff staff, Model model) {
        var known = Asked.of(() -> progress.progress(staff, id));
        var visits = Asked.of(() -> progress.visits(staff, id));
        var scores = known.orElse(new Progress(List.of(), List.of()));
        model.addAttribute("progress", known);
        model.addAttribute("scores", scores.scores().reversed());
        model.addAttribute("questionnaires", scores.questionnaires().reversed());
        model.addAttribute("visits", visits.orElse(List.of()));
        model.addAttribute("visitsAnswered", visits.answered());
        model.addAttribute("charts", ScoreChart.of(scores.scores(), visits.orElse(List.of()), zone));
        model.addAttribute("rules", new Rules());
    }

    /** Rules in words, for the template. */
    static final class Rules {
        public String of(String rule) {
            return RuleWords.of(rule);
        }
    }

    @PostMapping("/patients/{id}/consent")
    String consent(
            @PathVariable String id,
            @RequestParam boolean granted,
            @RequestParam String reason,
            Authentication signedIn) {
        messaging.recordConsent(Staff.of(signedIn), id, granted, reason);
        return "redirect:/patients/" + id;
    }
}
