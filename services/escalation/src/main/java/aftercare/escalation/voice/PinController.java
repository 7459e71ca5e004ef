package aftercare.escalation.voice;

import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One's own PIN: set by oneself alone, and never shown. */
@RestController
@PreAuthorize("hasRole('CLINICIAN')")
class PinController {
    private final Pins pins;

    PinController(Pins pins) {
        this.pins = pins;
    }

    @GetMapping("/v1/staff/me/pin")
    PinView pin(Caller caller) {
        return new PinView(pins.stateOf(new StaffId(caller.id())).orElse(Pins.State.NONE));
    }

    @PutMapping("/v1/staff/me/pin")
    ResponseEntity<?> set(@Valid @RequestBody PinForm form, Caller caller) {
        var pin = new Pin(form.pin());
        var fault = pin.fault();
        if (fault.isPresent()) {
            return Problems.unprocessable("bad-pin", fault.get());
        }
        pins.set(new StaffId(caller.id()), pin);
        return ResponseEntity.noContent().build();
    }

    record PinView(Pins.State state) {}

    record PinForm(@NotNull String pin) {
        /** Never the digits. */
        @Override
        public String toString() {
            return "PinForm";
        }
    }
}
