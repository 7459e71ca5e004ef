package aftercare.messaging.readthrough;

import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The read-through, for clinicians. */
@RestController
@RequestMapping("/v1/read-through")
@PreAuthorize("hasRole('CLINICIAN')")
class ReadThroughController {
    private final ReadThrough readThrough;
    private final RoutineReplies replies;
    private final ReadThroughSettings settings;
    private final ClinicClock clock;
    private final MachineClock machine;

    ReadThroughController(
            ReadThrough readThrough,
            RoutineReplies replies,
            ReadThroughSettings settings,
            ClinicClock clock,
            MachineClock machine) {
        this.readThrough = readThrough;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
        this.machine = machine;
    }

    /** The next replies for the caller, whose they are for the time of a lease. */
    @PostMapping("/claims")
    Batch claim(Caller caller) {
        var now = clock.instant();
        var who = new StaffId(caller.id());
        var entries = readThrough.claim(who, now, machine.instant());
        return new Batch(entries, replies.backlog(now), replies.readersBut(who, machine.instant()));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('CLINICIAN', 'ADMIN', 'OPERATOR')")
    Overview overview(Caller caller) {
        return new Overview(
                replies.backlog(clock.instant()), replies.readersBut(new StaffId(caller.id()), machine.instant()));
    }

    @GetMapping("/miss-rate")
    @PreAuthorize("hasAnyRole('CLINICIAN', 'ADMIN', 'OPERATOR')")
    MissRates missRate() {
        var since = clock.instant().minus(settings.measuredOver());
        return MissRates.of(since, replies.readSince(since));
    }

    @PostMapping("/{id}/seen")
    Mark seen(@PathVariable UUID id, Caller caller) {
        return readThrough
                .seen(new ReplyId(id), new StaffId(caller.id()), clock.instant(), machine.instant())
                .orElseThrow(ReadThroughController::unknown);
    }

    @PostMapping("/{id}/unseen")
    ResponseEntity<Void> unseen(@PathVariable UUID id, Caller caller) {
        if (!readThrough.unsee(new ReplyId(id), new StaffId(caller.id()), clock.instant(), machine.instant())) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "cannot-undo",
                    "This can't be taken back: only your own \"seen\" can, while the reply is still before you.");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/flag")
    Mark flag(@PathVariable UUID id, @Valid @RequestBody Flag flag, Caller caller) {
        if (flag.level() == Level.ROUTINE) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-flag", "A flag is CRISIS or CONCERN.");
        }
        return readThrough
                .flag(new ReplyId(id), flag.level(), new StaffId(caller.id()), clock.instant(), machine.instant())
                .orElseThrow(ReadThroughController::unknown);
    }

    private static ErrorResponseException unknown() {
        return problem(HttpStatus.NOT_FOUND, "not-in-the-read-through", "There is no such reply in the read-through.");
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:aftercare:problem:" + type));
        return new ErrorResponseException(status, problem, null);
    }

    /** {@code readers}: colleagues who have other replies before them now. */
    record Batch(List<Entry> entries, Backlog backlog, List<Reader> readers) {}

    record Overview(Backlog backlog, List<Reader> readers) {}

    /** {@code level}: CRISIS, or CONCERN, which pages too. */
    record Flag(@NotNull Level level) {}
}
