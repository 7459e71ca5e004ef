package aftercare.simulator.calls;

import aftercare.simulator.carrier.Faults;
import aftercare.simulator.carrier.Refusal;
import aftercare.simulator.carrier.Refused;
import aftercare.simulator.carrier.TwilioAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's Calls resource. */
@RestController
@RequestMapping(path = "/2010-04-01/Accounts/{account}", produces = MediaType.APPLICATION_JSON_VALUE)
class CallsController {
    private static final int USUAL_RING = 60;
    private static final int LONGEST_RING = 600;

    private final TwilioAccount account;
    private final Switchboard switchboard;
    private final Calls calls;
    private final Faults faults;

    CallsController(TwilioAccount account, Switchboard switchboard, Calls calls, Faults faults) {
        this.account = account;
        this.switchboard = switchboard;
        this.calls = calls;
        this.faults = faults;
    }

    @PostMapping(path = "/Calls.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Nullable
    ResponseEntity<CallResource> create(@PathVariable("account") String sid, HttpServletRequest request) {
        account.authenticate(sid, request);
        var order = new CallOrder(
                orEmpty(request, "To"),
                orEmpty(request, "From"),
                orEmpty(request, "Url"),
                request.getParameter("StatusCallback"),
                tells(request),
                ring(request));
        return faults.around(
                order.from(),
                request,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(CallResource.of(account.accountSid(), switchboard.take(order))));
    }

    @GetMapping("/Calls/{call}.json")
    CallResource one(
            @PathVariable("account") String sid, @PathVariable("call") String call, HttpServletRequest request) {
        account.authenticate(sid, request);
        return calls.find(call)
                .map(found -> CallResource.of(sid, found))
                .orElseThrow(() -> new Refused(Refusal.NO_SUCH_MESSAGE));
    }

    /** Twilio's default is the end alone. */
    private static List<String> tells(HttpServletRequest request) {
        var wanted = request.getParameterValues("StatusCallbackEvent");
        return wanted == null ? List.of("completed") : List.of(wanted);
    }

    private static Duration ring(HttpServletRequest request) {
        var wanted = orEmpty(request, "Timeout");
        return Duration.ofSeconds(
                wanted.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(wanted), 1, LONGEST_RING) : USUAL_RING);
    }

    private static String orEmpty(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
