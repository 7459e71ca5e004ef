package aftercare.escalation.oncall.rotations;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.oncall.rotations.Swap.Part;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose turn it is, and what colleagues change about it among themselves: overrides, swaps, time off. */
@RestController
class ShiftController {
    private static final String STAFF = "hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')";
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Rotations rotations;
    private final Rota rota;
    private final Overrides overrides;
    private final TimesOff timesOff;
    private final StaffRoster roster;
    private final RotaAnswers answers;
    private final ClinicClock clock;

    ShiftController(
            Rotations rotations,
            Rota rota,
            Overrides overrides,
            TimesOff timesOff,
            StaffRoster roster,
            RotaAnswers answers,
            ClinicClock clock) {
        this.rotations = rotations;
        this.rota = rota;
        this.overrides = overrides;
        this.timesOff = timesOff;
        this.roster = roster;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/v1/on-call/shifts")
    @PreAuthorize(STAFF)
    ResponseEntity<?> shifts(@RequestParam Instant from, @RequestParam Instant until) {
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            return Problems.unprocessable(
                    "interval-refused", "Ask for an interval of up to 92 days whose end comes after its beginning.");
        }
        return ResponseEntity.ok(rotations.schedules(from, until).stream()
                .map(schedule -> new RotaView(
                        schedule.rotation().id(),
                        schedule.rotation().name(),
                        schedule.rotation().zone(),
                        schedule.between(from, until).stream().map(this::toView).toList()))
                .toList());
    }

    private ShiftView toView(Shift shift) {
        return new ShiftView(shift.from(), shift.until(), named(shift.who()), shift.reason(), named(shift.insteadOf()));
    }

    private @Nullable Named named(@Nullable StaffId staff) {
        return staff == null ? null : new Named(staff, roster.calledName(staff));
    }

    @GetMapping("/v1/overrides")
    @PreAuthorize(STAFF)
    List<OverrideView> overrides() {
        var now = clock.instant();
        return overrides.touching(now, now.plus(AHEAD)).stream()
                .map(one -> new OverrideView(
                        one.id(),
                        one.rotation(),
                        new Named(one.staff(), roster.calledName(one.staff())),
                        one.from(),
                        one.until()))
                .toList();
    }

    @PostMapping("/v1/rotations/{id}/overrides")
    @PreAuthorize(STAFF)
    ResponseEntity<?> override(@PathVariable String id, @Valid @RequestBody PersonsTime entry, Caller caller) {
        var staff = new StaffId(entry.staffId());
        return RotaAnswers.mayDecideFor(staff, caller)
                ? answers.say(rota.override(id, staff, entry.from(), entry.until(), caller.id(), clock.instant()))
                : RotaAnswers.notTheirs();
    }

    @DeleteMapping("/v1/overrides/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<?> endOverride(@PathVariable UUID id, Caller caller) {
        return overrides
                .find(id)
                .<ResponseEntity<?>>map(override -> RotaAnswers.mayDecideFor(override.staff(), caller)
                        ? answers.say(rota.endOverride(override, caller.id(), clock.instant()))
                        : RotaAnswers.notTheirs())
                .orElseGet(() -> answers.say(new RotaDeed.NoSuchThing()));
    }

    @GetMapping("/v1/time-off")
    @PreAuthorize(STAFF)
    List<TimeOffView> timeOff() {
        var now = clock.instant();
        return timesOff.touching(now, now.plus(AHEAD)).stream()
                .map(off -> new TimeOffView(
                        off.id(), new Named(off.staff(), roster.calledName(off.staff())), off.from(), off.until()))
                .toList();
    }

    @PostMapping("/v1/time-off")
    @PreAuthorize(STAFF)
    ResponseEntity<?> takeTimeOff(@Valid @RequestBody PersonsTime entry, Caller caller) {
        var staff = new StaffId(entry.staffId());
        if (!RotaAnswers.mayDecideFor(staff, caller)) {
            return RotaAnswers.notTheirs();
        }
        return roster.find(staff).isEmpty()
                ? answers.say(new RotaDeed.NoSuchThing())
                : answers.say(rota.takeTimeOff(staff, entry.from(), entry.until(), caller.id(), clock.instant()));
    }

    @DeleteMapping("/v1/time-off/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<?> endTimeOff(@PathVariable UUID id, Caller caller) {
        return timesOff.find(id)
                .<ResponseEntity<?>>map(off -> RotaAnswers.mayDecideFor(off.staff(), caller)
                        ? answers.say(rota.endTimeOff(off, caller.id(), clock.instant()))
                        : RotaAnswers.notTheirs())
                .orElseGet(() -> answers.say(new RotaDeed.NoSuchThing()));
    }

    /** Those that wait for a yes or no. */
    @GetMapping("/v1/swaps")
    @PreAuthorize(STAFF)
    List<SwapView> swaps() {
        return rota.swapsWaiting(clock.instant()).stream()
                .map(swap -> new SwapView(
                        swap.id(),
                        new Named(swap.asking(), roster.calledName(swap.asking())),
                        PartView.of(swap.given()),
                        new Named(swap.asked(), roster.calledName(swap.asked())),
                        PartView.of(swap.wanted())))
                .toList();
    }

    /** The caller gives one of their shifts for one of a colleague's. */
    @PostMapping("/v1/swaps")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> askSwap(@Valid @RequestBody SwapEntry entry, Caller caller) {
        return answers.say(rota.askSwap(
                new StaffId(caller.id()),
                entry.given().toPart(),
                new StaffId(entry.asked()),
                entry.wanted().toPart(),
                clock.instant()));
    }

    @PostMapping("/v1/swaps/{id}/acceptance")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> accept(@PathVariable UUID id, Caller caller) {
        return answers.say(rota.accept(id, new StaffId(caller.id()), clock.instant()));
    }

    @PostMapping("/v1/swaps/{id}/refusal")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> decline(@PathVariable UUID id, Caller caller) {
        return answers.say(rota.decline(id, new StaffId(caller.id()), clock.instant()));
    }

    @DeleteMapping("/v1/swaps/{id}")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> withdraw(@PathVariable UUID id, Caller caller) {
        return answers.say(rota.withdraw(id, new StaffId(caller.id()), clock.instant()));
    }

    record PersonsTime(
            @NotBlank String staffId,
            @NotNull Instant from,
            @NotNull Instant until) {}

    record SwapEntry(
            @NotNull @Valid PartView given,
            @NotBlank String asked,
            @NotNull @Valid PartView wanted) {}

    record PartView(
            @NotBlank String rotation,
            @NotNull Instant from,
            @NotNull Instant until) {
        static PartView of(Part part) {
            return new PartView(part.rotation(), part.from(), part.until());
        }

        Part toPart() {
            return new Part(rotation, from, until);
        }
    }

    record SwapView(UUID id, Named asking, PartView given, Named asked, PartView wanted) {}

    record OverrideView(UUID id, String rotation, Named staff, Instant from, Instant until) {}

    record TimeOffView(UUID id, Named staff, Instant from, Instant until) {}

    record RotaView(String rotation, String name, ZoneId zone, List<ShiftView> shifts) {}

    record ShiftView(
            Instant from,
            Instant until,
            @Nullable Named who,
            Shift.Reason reason,
            @Nullable Named insteadOf) {}

    record Named(StaffId id, String name) {}
}
