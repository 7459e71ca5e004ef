package aftercare.simulator.clock;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a caller did wrong with the clock, and how to mend it. */
final class Problems {
    private Problems() {}

    static ErrorResponseException alreadyPlaying() {
        return problem(
                HttpStatus.CONFLICT,
                "already-playing",
                "The clock is already playing. Wait until it has stopped, or pause it with POST /v1/clock/pause.");
    }

    static ErrorResponseException badGoal(String sentence) {
        return problem(HttpStatus.BAD_REQUEST, "bad-time", sentence);
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:aftercare:problem:" + type));
        return new ErrorResponseException(status, detail, null);
    }
}
