package aftercare.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing but doors. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
        excludeName = {
            "aftercare.platform.outbox.OutboxAutoConfiguration",
            "aftercare.platform.inbox.InboxAutoConfiguration",
            "aftercare.platform.audit.AuditAutoConfiguration"
        })
@Import(Probe.Doors.class)
class Probe {

    @RestController
    static class Doors {
        @GetMapping("/v1/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/v1/staff-only")
        @PreAuthorize("hasRole('STAFF')")
        String staffOnly() {
            return "welcome";
        }

        @GetMapping("/open/door")
        String open() {
            return "open";
        }

        @GetMapping("/open/me")
        Caller openMe(Caller caller) {
            return caller;
        }

        @PostMapping("/v1/failing")
        String fail(@RequestBody String words) {
            throw new IllegalStateException("It said " + words, new IllegalArgumentException(words));
        }

        @PostMapping("/v1/reading")
        Map<String, Integer> read(@RequestBody Map<String, Integer> numbers) {
            return numbers;
        }

        @PostMapping("/v1/booking")
        Booking book(@Valid @RequestBody Booking booking) {
            return booking;
        }

        record Booking(@Size(max = 3) String room, List<@Valid Visit> visits) {}

        record Visit(@NotNull ZoneId zone) {}

        @GetMapping("/v1/number/{number}")
        int number(@PathVariable int number) {
            return number;
        }

        @PostMapping("/webhooks/twilio/inbound")
        String inbound(HttpServletRequest request) {
            return request.getParameter("Body");
        }

        @GetMapping("/webhooks/hello")
        String hello() {
            return "hello";
        }
    }
}
