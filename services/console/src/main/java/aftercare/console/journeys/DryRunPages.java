package aftercare.console.journeys;

import aftercare.console.login.Staff;
import aftercare.console.oncall.ClinicTimes;
import aftercare.console.remote.JourneyCareService;
import aftercare.console.remote.JourneyCareService.DryRun;
import aftercare.console.remote.Problem;
import aftercare.console.remote.VersionService;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Tries a journey out on a patient, real or invented. Ids and dates go by POST, so that they stand in no address. */
@Controller
public class DryRunPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int SPARE = 3;
    private static final int FIRST_SESSION_IN_DAYS = 7;
    private static final int DAYS_BETWEEN = 3;

    private final VersionService versions;
    private final JourneyCareService care;
    private final ClinicTimes times;

    DryRunPages(VersionService versions, JourneyCareService care, ClinicTimes times) {
        this.versions = versions;
        this.care = care;
        this.times = times;
    }

    @GetMapping("/journeys/dry-run")
    String show(@RequestParam(defaultValue = "") String journey, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        boolean draft = versions.draftIfAny(staff).value() != null;
        var today = care.pauses(staff).at().atZone(times.zone()).toLocalDate();
        model.addAttribute("hasDraft", draft);
        model.addAttribute("journey", journey.isEmpty() ? draft ? "draft" : "current" : journey);
        model.addAttribute("versions", versions.versions(staff));
        model.addAttribute("agreedAt", FIELD.format(today.atTime(10, 0)));
        model.addAttribute(
                "sessions",
                List.of(
                        FIELD.format(today.plusDays(FIRST_SESSION_IN_DAYS).atTime(14, 0)),
                        FIELD.format(today.plusDays(FIRST_SESSION_IN_DAYS + DAYS_BETWEEN)
                                .atTime(14, 0)),
                        ""));
        model.addAttribute(
                "zones",
                List.of(
                        "America/New_York",
                        "America/Chicago",
                        "America/Denver",
                        "America/Phoenix",
                        "America/Los_Angeles",
                        "America/Anchorage",
                        "Pacific/Honolulu"));
        model.addAttribute("times", times);
        return "dry-run";
    }

    @PostMapping("/journeys/dry-run")
    String run(@RequestParam MultiValueMap<String, String> form, Authentication signedIn, Model model) {
        try {
            var run = care.dryRun(Staff.of(signedIn), entry(form));
            model.addAttribute("run", run);
            model.addAttribute("spare", SPARE);
            model.addAttribute("real", form.getFirst("who") != null && "REAL".equals(form.getFirst("who")));
            model.addAttribute("page", this);
            model.addAttribute("times", times);
        } catch (HttpClientErrorException refused) {
            model.addAttribute("refused", Problem.of(refused).detail());
        } catch (DateTimeException unreadable) {
            model.addAttribute(
                    "refused", "A date or time can't be read. Fill in the agreement and at least one session.");
        }
        return "dry-run-result :: result";
    }

    private Map<String, Object> entry(MultiValueMap<String, String> form) {
        var entry = new HashMap<String, Object>();
        entry.put("journey", first(form, "journey"));
        if (first(form, "who").equals("REAL")) {
            entry.put("patientId", first(form, "patientId"));
            entry.put("moves", moves(form));
        } else {
            entry.put("invented", invented(form));
        }
        return entry;
    }

    private List<Map<String, Object>> moves(MultiValueMap<String, String> form) {
        var moves = new ArrayList<Map<String, Object>>();
        var ids = form.getOrDefault("moveId", List.of());
        var starts = form.getOrDefault("moveTo", List.of());
        for (int row = 0; row < Math.min(ids.size(), starts.size()); row++) {
            if (!starts.get(row).isBlank()) {
                moves.add(Map.of(
                        "appointmentId",
                        ids.get(row),
                        "startsAt",
                        LocalDateTime.parse(starts.get(row))
                                .atZone(times.zone())
                                .toInstant()));
            }
        }
        return moves;
    }

    private static Map<String, Object> invented(MultiValueMap<String, String> form) {
        return Map.of(
                "route", first(form, "route"),
                "zone", first(form, "zone"),
                "language", first(form, "language"),
                "contentLevel", first(form, "contentLevel"),
                "agreedAt", LocalDateTime.parse(first(form, "agreedAt")).toString(),
                "sessions",
                        form.getOrDefault("session", List.of()).stream()
                                .filter(session -> !session.isBlank())
                                .map(session -> LocalDateTime.parse(session).toString())
                                .toList(),
                "minutes", 120);
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The day where the patient lives; templates call it. */
    public String day(Instant at, String zone) {
        return DAY.format(at.atZone(ZoneId.of(zone)));
    }

    public String time(Instant at, String zone) {
        return TIME.format(at.atZone(ZoneId.of(zone)));
    }

    /** As a form's field writes it, in the clinic's zone. */
    public String field(Instant at) {
        return FIELD.format(at.atZone(times.zone()));
    }

    /** How many of the lines would go. */
    public long goes(DryRun run) {
        return run.lines().stream().filter(line -> line.reason() == null).count();
    }
}
