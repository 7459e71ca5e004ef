package aftercare.console.supervision;

import aftercare.console.login.Staff;
import aftercare.console.remote.StatisticsService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The numbers: as charts, as tables that say the same, and as a file for a spreadsheet. */
@Controller
class StatisticsPages {
    private final StatisticsService statistics;
    private final JsonMapper json;

    StatisticsPages(StatisticsService statistics, JsonMapper json) {
        this.statistics = statistics;
        this.json = json;
    }

    @GetMapping("/statistics")
    String show(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Authentication signedIn,
            Model model) {
        var report = statistics.report(Staff.of(signedIn), from, to);
        model.addAttribute("report", report);
        model.addAttribute("data", json.writeValueAsString(report));
        return "statistics";
    }

    @GetMapping("/statistics.csv")
    ResponseEntity<String> table(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Authentication signedIn) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"aftercare-statistics.csv\"")
                .body(statistics.table(Staff.of(signedIn), from, to));
    }
}
