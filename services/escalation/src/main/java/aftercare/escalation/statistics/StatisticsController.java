package aftercare.escalation.statistics;

import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.platform.clock.ClinicClock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers, as JSON and as a table for a spreadsheet. They name nobody. */
@RestController
@PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
class StatisticsController {
    private static final String TABLE = "text/csv;charset=UTF-8";

    private final Statistics statistics;
    private final Site site;
    private final ClinicClock clock;

    StatisticsController(Statistics statistics, Site site, ClinicClock clock) {
        this.statistics = statistics;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/v1/statistics")
    ResponseEntity<?> report(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return answer(span(from, to), ResponseEntity::ok);
    }

    @GetMapping("/v1/statistics.csv")
    ResponseEntity<?> table(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var span = span(from, to);
        var name = "attachment; filename=\"aftercare-" + span.from() + "-to-" + span.to() + ".csv\"";
        return answer(
                span,
                report -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, TABLE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name)
                        .body(Csv.of(report)));
    }

    private ResponseEntity<?> answer(Span span, Function<Report, ResponseEntity<?>> as) {
        if (span.backwards()) {
            return Problems.unprocessable(
                    "span-backwards",
                    "The span ends on " + span.to() + ", before it begins on " + span.from() + ". Swap from and to.");
        }
        if (span.tooLong()) {
            return Problems.unprocessable(
                    "span-too-long", "A report covers two years at most. Ask for a shorter span.");
        }
        return as.apply(statistics.of(span));
    }

    private Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Span.of(from, to, clock.instant().atZone(site.zone()).toLocalDate());
    }
}
