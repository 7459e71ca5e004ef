package aftercare.simulator.carrier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Breaks the carrier, and mends it. */
@RestController
class FaultController {
    private static final int REGION_NOT_ENABLED = 21408;

    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    @PostMapping(path = "/v1/carrier/fault", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@RequestBody Wanted wanted) {
        faults.set(wanted.fault());
    }

    record Wanted(
            Fault.Mode mode,
            @Nullable String from,
            @Nullable Boolean taken,
            @Nullable Integer errorCode) {

        Fault fault() {
            return new Fault(
                    mode,
                    from,
                    taken == null ? mode == Fault.Mode.DROP : taken,
                    errorCode == null ? REGION_NOT_ENABLED : errorCode);
        }
    }
}
