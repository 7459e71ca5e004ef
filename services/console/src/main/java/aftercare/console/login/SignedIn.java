package aftercare.console.login;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template who is signed in, and the clinic's name and zone. */
@ControllerAdvice
class SignedIn {
    private final String clinic;
    private final ZoneId zone;

    SignedIn(@Value("${clinic.name}") String clinic, @Value("${clinic.zone}") ZoneId zone) {
        this.clinic = clinic;
        this.zone = zone;
    }

    @ModelAttribute("me")
    @Nullable
    Staff me(@Nullable Authentication signedIn) {
        return signedIn == null ? null : Staff.of(signedIn);
    }

    @ModelAttribute("clinic")
    String clinic() {
        return clinic;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return zone;
    }
}
