package aftercare.simulator.clock;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The clinic clock as plain HTTP. */
@RestController
class PlayController {
    private final ClinicTimeControl clock;

    PlayController(ClinicTimeControl clock) {
        this.clock = clock;
    }

    @GetMapping("/v1/clock")
    ClockView clock() {
        return clock.view();
    }

    /** Answers when the play has ended; with {@code "wait": false} at once. */
    @PostMapping(path = "/v1/clock/play", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClockView> play(@RequestBody PlayRequest request) {
        if (request.waits()) {
            return ResponseEntity.ok(clock.play(request));
        }
        clock.playOn(request);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(clock.view());
    }

    @PostMapping("/v1/clock/pause")
    ClockView pause() {
        clock.pause();
        return clock.view();
    }
}
