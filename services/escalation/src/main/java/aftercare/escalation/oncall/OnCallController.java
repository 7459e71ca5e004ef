package aftercare.escalation.oncall;

import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.StaffedHours;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call now, and when nobody will be. */
@RestController
class OnCallController {
    private static final Duration LONGEST = Duration.ofDays(14);

    private final StaffRoster roster;
    private final OnCall onCall;
    private final Coverage coverage;
    private final StaffedHours hours;
    private final ClinicClock clock;

    OnCallController(StaffRoster roster, OnCall onCall, Coverage coverage, StaffedHours hours, ClinicClock clock) {
        this.roster = roster;
        this.onCall = onCall;
        this.coverage = coverage;
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping("/v1/on-call")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    OnCallView onCall() {
        var now = clock.instant();
        var policies = Policies.CAUSES.stream()
                .map(cause -> new PolicyNow(cause, steps(onCall.at(now, cause))))
                .toList();
        var crisis = policies.getFirst().steps();
        return new OnCallView(
                now, crisis, crisis.stream().allMatch(step -> step.people().isEmpty()), policies);
    }

    private List<RungView> steps(List<Rung> rungs) {
        return IntStream.range(0, rungs.size())
                .mapToObj(i -> new RungView(
                        i + 1,
                        named(rungs.get(i).people()),
                        rungs.get(i).within(),
                        rungs.get(i).notifications()))
                .toList();
    }

    /** The next 14 days. */
    @GetMapping("/v1/on-call/holes")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    List<HoleView> holes() {
        return coverage.holes(clock.instant()).stream()
                .map(hole -> new HoleView(hole.cause(), hole.from(), hole.until(), named(hole.unverified())))
                .toList();
    }

    /** Whether a text that may bring a page can be answered then: somebody is in, and somebody is surely on call, the whole time. */
    @GetMapping("/v1/on-call/cover")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    ResponseEntity<?> cover(@RequestParam Instant from, @RequestParam Instant until) {
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            return Problems.unprocessable(
                    "no-such-span", "from comes before until, and they are at most 14 days apart.");
        }
        var staffed = hours.cover(from, until);
        var onCall = coverage.covers(from, until);
        return ResponseEntity.ok(new CoverView(staffed, onCall, staffed && onCall));
    }

    private List<Named> named(List<StaffId> people) {
        return people.stream().map(id -> new Named(id, roster.calledName(id))).toList();
    }

    /**
     * @param steps those for a crisis
     * @param nobody not one of them can be reached
     */
    record OnCallView(Instant at, List<RungView> steps, boolean nobody, List<PolicyNow> policies) {}

    record PolicyNow(Cause cause, List<RungView> steps) {}

    record RungView(int step, List<Named> people, Duration within, List<Notification> notifications) {}

    /** {@code unverified}: who should be reachable then and has verified no way that the policy uses. */
    record HoleView(Cause cause, Instant from, Instant until, List<Named> unverified) {}

    /**
     * @param staffed somebody is in
     * @param onCall somebody can be reached for sure
     * @param covered both
     */
    record CoverView(boolean staffed, boolean onCall, boolean covered) {}

    record Named(StaffId id, String name) {}
}
