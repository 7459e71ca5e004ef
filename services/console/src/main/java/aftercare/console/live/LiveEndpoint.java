package aftercare.console.live;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a page listens for hints: {@code here}, {@code changed} and {@code lost} (escalation does not answer). */
@RestController
class LiveEndpoint {
    private final Hints hints;

    LiveEndpoint(Hints hints) {
        this.hints = hints;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return hints.open();
    }
}
