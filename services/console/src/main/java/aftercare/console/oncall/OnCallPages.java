package aftercare.console.oncall;

import aftercare.console.login.Staff;
import aftercare.console.remote.Deeds;
import aftercare.console.remote.OnCallService;
import aftercare.console.remote.OnCallService.Part;
import aftercare.console.remote.OnCallService.Rota;
import aftercare.console.remote.OnCallService.Shift;
import aftercare.platform.clock.ClinicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is on call now and in the next weeks, and what colleagues change about it. */
@Controller
class OnCallPages {
    private static final Duration SWAPS_AHEAD = Duration.ofDays(63);
    private static final int LAST_PAGE = 12;
    private static final String BACK = "redirect:/on-call";

    private final OnCallService onCall;
    private final ClinicTimes times;
    private final ClinicClock clock;

    OnCallPages(OnCallService onCall, ClinicTimes times, ClinicClock clock) {
        this.onCall = onCall;
        this.times = times;
        this.clock = clock;
    }

    /** A shift of somebody's that a swap may be for. */
    record Choice(String value, String words) {}

    @GetMapping("/on-call")
    String show(@RequestParam(defaultValue = "0") int page, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var shown = Math.clamp(page, 0, LAST_PAGE);
        live(shown, signedIn, model);
        model.addAttribute("swaps", onCall.swaps(staff));
        model.addAttribute("overrides", onCall.overrides(staff));
        model.addAttribute("timesOff", onCall.timeOff(staff));
        model.addAttribute("rotations", onCall.rotations(staff));
        model.addAttribute("colleagues", onCall.colleagues(staff));
        return "on-call";
    }

    /** The part that changes by itself. */
    @GetMapping("/on-call/live")
    String live(@RequestParam(defaultValue = "0") int page, Authentication signedIn, Model model) {
        var staff = Staff.of(signedIn);
        var now = clock.instant();
        var shown = Math.clamp(page, 0, LAST_PAGE);
        var firstDay = RotaPicture.firstDay(now, times.zone(), shown);
        var from = firstDay.atStartOfDay(times.zone()).toInstant();
        var until =
                firstDay.plusWeeks(RotaPicture.WEEKS).atStartOfDay(times.zone()).toInstant();
        holes(signedIn, model);
        model.addAttribute("now", onCall.now(staff));
        var picture = RotaPicture.of(
                onCall.shifts(staff, from, until), onCall.holes(staff), staff.id(), firstDay, now, times.zone());
        model.addAttribute("picture", picture);
        model.addAttribute("people", picture.people());
        model.addAttribute("page", shown);
        model.addAttribute("lastPage", LAST_PAGE);
        model.addAttribute("times", times);
        return "on-call :: live";
    }

    /** For the start page, beside what else it shows. */
    @GetMapping("/on-call/holes")
    String holes(Authentication signedIn, Model model) {
        model.addAttribute("holes", onCall.holes(Staff.of(signedIn)));
        model.addAttribute("times", times);
        return "holes :: banner";
    }

    /** One shift, and what can be done about it. */
    @GetMapping("/on-call/shift")
    String shift(
            @RequestParam String rotation,
            @RequestParam Instant from,
            @RequestParam Instant until,
            Authentication signedIn,
            Model model) {
        var staff = Staff.of(signedIn);
        var now = clock.instant();
        var rota = onCall.shifts(staff, from, until).stream()
                .filter(one -> one.rotation().equals(rotation))
                .findFirst();
        var who = rota.map(Rota::shifts)
                .filter(shifts -> shifts.size() == 1)
                .map(List::getFirst)
                .map(Shift::who)
                .orElse(null);
        model.addAttribute("rota", rota.orElse(null));
        model.addAttribute(
                "shift",
                rota.map(Rota::shifts)
                        .filter(shifts -> !shifts.isEmpty())
                        .map(List::getFirst)
                        .orElse(null));
        model.addAttribute("who", who);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("over", !until.isAfter(now));
        model.addAttribute("begun", !from.isAfter(now));
        model.addAttribute("mine", who != null && staff.is(who.id()));
        model.addAttribute("choices", who == null ? List.of() : choices(staff, who.id(), now));
        model.addAttribute("colleagues", onCall.colleagues(staff));
        model.addAttribute("times", times);
        return "shift";
    }

    /** For somebody else's shift my own; for my own those of all others. */
    private List<Choice> choices(Staff staff, String holder, Instant now) {
        var mine = staff.is(holder);
        return onCall.shifts(staff, now, now.plus(SWAPS_AHEAD)).stream()
                .flatMap(rota -> rota.shifts().stream()
                        .filter(shift -> shift.from().isAfter(now))
                        .flatMap(shift -> choice(rota, shift, staff, mine)))
                .toList();
    }

    private Stream<Choice> choice(Rota rota, Shift shift, Staff staff, boolean mine) {
        var who = shift.who();
        if (who == null || staff.is(who.id()) == mine) {
            return Stream.empty();
        }
        return Stream.of(new Choice(
                new PartField(who.id(), new Part(rota.rotation(), shift.from(), shift.until())).written(),
                (mine ? who.name() + ", " : "") + rota.name() + ", " + times.span(shift.from(), shift.until())));
    }

    @PostMapping("/on-call/overrides")
    String override(
            @RequestParam String rotation,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam Instant from,
            @RequestParam Instant until,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        Deeds.tell(
                flash,
                "The shift is taken over.",
                () -> onCall.override(staff, rotation, orMe(who, staff), from, until));
        return BACK;
    }

    @PostMapping("/on-call/times")
    String overrideTime(
            @RequestParam String rotation,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam String from,
            @RequestParam String until,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        Deeds.tell(
                flash,
                "The time is taken over.",
                () -> onCall.override(staff, rotation, orMe(who, staff), times.read(from), times.read(until)));
        return BACK;
    }

    @PostMapping("/on-call/overrides/{id}/end")
    String endOverride(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(flash, "The override is over.", () -> onCall.endOverride(Staff.of(signedIn), id));
        return BACK;
    }

    /** {@code from} and {@code until}: instants of a shift, or times on the clinic's clocks. */
    @PostMapping("/on-call/time-off")
    String takeTimeOff(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam String from,
            @RequestParam String until,
            Authentication signedIn,
            RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        Deeds.tell(
                flash,
                "The time off is entered. Whoever is next steps in.",
                () -> onCall.takeTimeOff(staff, orMe(who, staff), instant(from), instant(until)));
        return BACK;
    }

    private static String orMe(@Nullable String who, Staff staff) {
        return who == null || who.isBlank() ? staff.id() : who;
    }

    private Instant instant(String time) {
        return time.endsWith("Z") ? Instant.parse(time) : times.read(time);
    }

    @PostMapping("/on-call/time-off/{id}/end")
    String endTimeOff(@PathVariable String id, Authentication signedIn, RedirectAttributes flash) {
        Deeds.tell(flash, "The time off is over.", () -> onCall.endTimeOff(Staff.of(signedIn), id));
        return BACK;
    }

    @PostMapping("/on-call/swaps")
    String askSwap(
            @RequestParam String given,
            @RequestParam String wanted,
            Authentication signedIn,
            RedirectAttributes flash) {
        var mine = PartField.read(given);
        var theirs = PartField.read(wanted);
        Deeds.tell(
                flash,
                "The swap is asked for. It counts once they say yes.",
                () -> onCall.askSwap(Staff.of(signedIn), mine.part(), theirs.who(), theirs.part()));
        return BACK;
    }

    @PostMapping("/on-call/swaps/{id}/{answer}")
    String answerSwap(
            @PathVariable String id, @PathVariable String answer, Authentication signedIn, RedirectAttributes flash) {
        var staff = Staff.of(signedIn);
        switch (answer) {
            case "yes" ->
                Deeds.tell(flash, "Swapped. Both are told at the hand-over.", () -> onCall.acceptSwap(staff, id));
            case "no" -> Deeds.tell(flash, "The swap is declined.", () -> onCall.declineSwap(staff, id));
            default -> Deeds.tell(flash, "The swap is withdrawn.", () -> onCall.withdrawSwap(staff, id));
        }
        return BACK;
    }
}
