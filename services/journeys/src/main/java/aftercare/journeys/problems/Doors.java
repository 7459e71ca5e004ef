package aftercare.journeys.problems;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Results in HTTP: what was asked for, or a problem of RFC 9457. */
public final class Doors {
    private Doors() {}

    public static <T> ResponseEntity<?> answer(Result<T> result, Function<? super T, ?> view) {
        return switch (result) {
            case Result.Done<T>(var value) -> ResponseEntity.ok(view.apply(value));
            case Result.Refused<T>(var why) -> refuse(why);
        };
    }

    public static ResponseEntity<ProblemDetail> refuse(Refusal why) {
        var problem = ProblemDetail.forStatusAndDetail(status(why.kind()), why.detail());
        problem.setType(URI.create("urn:aftercare:problem:" + why.type()));
        if (!why.problems().isEmpty()) {
            problem.setProperty("problems", why.problems());
        }
        return ResponseEntity.of(problem).build();
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_THERE -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
