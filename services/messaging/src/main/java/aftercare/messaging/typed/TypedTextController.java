package aftercare.messaging.typed;

import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where staff text a patient themselves. */
@RestController
class TypedTextController {
    private final TypedTexts texts;
    private final ClinicClock clock;

    TypedTextController(TypedTexts texts, ClinicClock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping("/v1/lines/{lineId}/texts")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> type(@PathVariable UUID lineId, @Valid @RequestBody Text typed, Caller caller) {
        var author = new StaffId(caller.id());
        return switch (texts.type(
                new LineId(lineId), typed.text().strip(), typed.answersReplyId(), author, clock.instant())) {
            case Typing.Queued(var message) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(new Taken(message));
            case Typing.NoSuchLine() -> problem(HttpStatus.NOT_FOUND, "unknown-line", "There is no such line.");
            case Typing.NoNumber() ->
                refused("no-number", "This text came without a number, so nobody can be texted here.");
            case Typing.OptedOut() ->
                refused("opted-out", "The patient has stopped texts, and that holds for yours too. Call instead.");
            case Typing.NumberRefused() ->
                refused("number-refused", "The carrier says that texts don't reach this number. Call instead.");
            case Typing.Deceased() ->
                refused("deceased", "The chart says that the patient has died. Nothing was sent.");
        };
    }

    private static ResponseEntity<?> refused(String type, String detail) {
        return problem(HttpStatus.CONFLICT, type, detail);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:aftercare:problem:" + type));
        return ResponseEntity.of(problem).build();
    }

    /** {@code answersReplyId}: which reply made somebody write, if one did. */
    record Text(
            @NotBlank @Size(max = 1600) String text,
            @Nullable ReplyId answersReplyId) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Text";
        }
    }

    record Taken(MessageId messageId) {}
}
