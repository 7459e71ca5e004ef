package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseDetails.Row;
import aftercare.escalation.site.Site;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as people read them. */
@RestController
class CaseController {
    private final CaseDetails details;
    private final Cases cases;
    private final NextTexts nextTexts;
    private final Site site;
    private final ClinicClock clock;

    CaseController(CaseDetails details, Cases cases, NextTexts nextTexts, Site site, ClinicClock clock) {
        this.details = details;
        this.cases = cases;
        this.nextTexts = nextTexts;
        this.site = site;
        this.clock = clock;
    }

    /** With {@code since}: what is open, and what was opened or resolved since. */
    @GetMapping("/v1/escalations")
    @PreAuthorize("hasRole('STAFF')")
    List<Row> list(
            @RequestParam(defaultValue = "open") View view, @RequestParam(required = false) @Nullable Instant since) {
        if (since != null) {
            return details.since(since);
        }
        return switch (view) {
            case open -> details.open();
            case today -> details.since(site.startOfDay(clock.instant()));
        };
    }

    @GetMapping("/v1/escalations/{id}")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> detail(@PathVariable UUID id, Caller caller) {
        return details.view(new EscalationId(id), caller.id(), clock.instant())
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(CaseProblems::noSuchCase);
    }

    /** What goes out next when the hold is released. */
    @GetMapping("/v1/escalations/{id}/next-texts")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> nextTexts(@PathVariable UUID id, Caller caller) {
        return cases.find(new EscalationId(id))
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(nextTexts.of(found, caller, clock.instant())))
                .orElseGet(CaseProblems::noSuchCase);
    }

    /** The words of the query parameter. */
    enum View {
        open,
        today
    }
}
