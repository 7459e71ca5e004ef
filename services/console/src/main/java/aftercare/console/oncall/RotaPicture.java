package aftercare.console.oncall;

import aftercare.console.remote.OnCallService.Hole;
import aftercare.console.remote.OnCallService.Named;
import aftercare.console.remote.OnCallService.Rota;
import aftercare.console.remote.OnCallService.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Four weeks of shifts and holes as a calendar, on the clinic's clocks. */
record RotaPicture(List<Week> weeks) {
    static final int WEEKS = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    record Week(List<Day> days) {}

    record Day(LocalDate date, boolean today, List<Entry> entries, List<Gap> gaps) {}

    /** What a day shows of a shift; {@code from} and {@code until} are those of the whole shift. */
    record Entry(
            String rotation,
            String rotationName,
            @Nullable Named who,
            String times,
            boolean mine,
            boolean swapped,
            boolean over,
            Instant from,
            Instant until) {}

    record Gap(String cause, String times) {}

    /** The Monday that a picture begins with, some pages on from this week. */
    static LocalDate firstDay(Instant now, ZoneId zone, int page) {
        return now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks((long) page * WEEKS);
    }

    static RotaPicture of(List<Rota> rotas, List<Hole> holes, String me, LocalDate firstDay, Instant now, ZoneId zone) {
        return new RotaPicture(IntStream.range(0, WEEKS)
                .mapToObj(week -> new Week(IntStream.range(0, 7)
                        .mapToObj(day -> firstDay.plusDays(week * 7L + day))
                        .map(date -> day(date, rotas, holes, me, now, zone))
                        .toList()))
                .toList());
    }

    private static Day day(LocalDate date, List<Rota> rotas, List<Hole> holes, String me, Instant now, ZoneId zone) {
        var begins = date.atStartOfDay(zone).toInstant();
        var ends = date.plusDays(1).atStartOfDay(zone).toInstant();
        return new Day(
                date,
                date.equals(now.atZone(zone).toLocalDate()),
                rotas.stream()
                        .flatMap(rota -> rota.shifts().stream()
                                .filter(shift -> touches(shift.from(), shift.until(), begins, ends))
                                .map(shift -> entry(rota, shift, begins, ends, me, now, zone)))
                        .toList(),
                holes.stream()
                        .filter(hole -> touches(hole.from(), hole.until(), begins, ends))
                        .map(hole -> new Gap(hole.cause(), times(hole.from(), hole.until(), begins, ends, zone)))
                        .distinct()
                        .toList());
    }

    private static boolean touches(Instant from, Instant until, Instant begins, Instant ends) {
        return from.isBefore(ends) && until.isAfter(begins);
    }

    private static Entry entry(
            Rota rota, Shift shift, Instant begins, Instant ends, String me, Instant now, ZoneId zone) {
        var who = shift.who();
        return new Entry(
                rota.rotation(),
                rota.name(),
                who,
                times(shift.from(), shift.until(), begins, ends, zone),
                who != null && who.id().equals(me),
                !"TURN".equals(shift.reason()) && who != null,
                !shift.until().isAfter(now),
                shift.from(),
                shift.until());
    }

    /** The part that lies in this day. */
    private static String times(Instant from, Instant until, Instant begins, Instant ends, ZoneId zone) {
        if (!from.isAfter(begins) && !until.isBefore(ends)) {
            return "all day";
        }
        var start = from.isAfter(begins) ? TIME.format(from.atZone(zone)) : "00:00";
        var end = until.isBefore(ends) ? TIME.format(until.atZone(zone)) : "24:00";
        return start + "–" + end;
    }

    /** Every person in it, so that each has a colour of their own. */
    List<String> people() {
        return weeks.stream()
                .flatMap(week -> week.days().stream())
                .flatMap(day -> day.entries().stream())
                .flatMap(entry -> Stream.ofNullable(entry.who()))
                .map(Named::id)
                .distinct()
                .sorted()
                .toList();
    }
}
