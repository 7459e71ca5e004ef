package aftercare.simulator.hooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes whatever it is told, under any name. */
@RestController
class HooksController {
    private static final int LONGEST = 10_000;

    private final HookCalls calls;

    HooksController(HookCalls calls) {
        this.calls = calls;
    }

    @PostMapping("/v1/hooks/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @PathVariable String name,
            @RequestHeader(name = "X-Aftercare-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        var words = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        calls.add(name, signature, words.substring(0, Math.min(words.length(), LONGEST)));
    }

    @GetMapping("/v1/hooks")
    List<HookCall> all() {
        return calls.newest();
    }
}
