package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast on-call is and how much it is asked, asked of {@code escalation} in the name of whoever is signed in. */
@Component
public class StatisticsService {
    public record Report(LocalDate from, LocalDate to, Period all, List<Period> weeks, List<Day> days) {}

    /** The cases opened in a week and shift (DAY, NIGHT or ALL); no week for the whole span. */
    public record Period(
            @Nullable LocalDate week,
            String shift,
            int cases,
            int resolved,
            int judged,
            int falseAlarms,
            @Nullable Double falseAlarmShare,
            Spread firstPage,
            Spread acknowledged,
            Spread firstCall,
            Spread resolution) {}

    /** In seconds. */
    public record Spread(
            int count,
            @Nullable Long p50,
            @Nullable Long p90,
            @Nullable Long max) {}

    public record Day(LocalDate day, int pages, int reviewItems, int otherWork) {}

    private final Calls calls;

    StatisticsService(ServiceClients clients) {
        this.calls = new Calls(clients, "escalation");
    }

    /** Without a start, the twelve weeks up to the end; without an end, up to today. */
    public Report report(Staff staff, @Nullable LocalDate from, @Nullable LocalDate to) {
        return calls.get(staff, Report.class, "/v1/statistics?from={from}&to={to}", text(from), text(to));
    }

    /** The same as a table for a spreadsheet. */
    public String table(Staff staff, @Nullable LocalDate from, @Nullable LocalDate to) {
        return calls.get(staff, String.class, "/v1/statistics.csv?from={from}&to={to}", text(from), text(to));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
