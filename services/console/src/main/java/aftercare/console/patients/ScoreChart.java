package aftercare.console.patients;

import aftercare.console.remote.ProgressService.Score;
import aftercare.console.remote.ProgressService.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One scale over time with sessions marked, as places in a drawing of {@link #WIDTH} by {@link #HEIGHT}. The table beside it says the same. */
record ScoreChart(String scale, List<Line> lines, List<Dot> dots, String path, List<Mark> sessions, List<Tick> ticks) {
    static final int WIDTH = 360;
    static final int HEIGHT = 190;
    private static final int LEFT = 26;
    private static final int RIGHT = 14;
    private static final int TOP = 22;
    private static final int BOTTOM = 24;
    private static final int TICKS = 4;
    private static final int WITH_NUMBERS = 14;
    private static final Duration LEAST = Duration.ofDays(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);

    /** A level with its number. */
    record Line(int y, int value) {}

    /** A score; its number stands beside it while there are few. */
    record Dot(int x, int y, int value, boolean numbered) {}

    /** A session. */
    record Mark(int x, String name) {}

    /** A day on the axis. */
    record Tick(int x, String day) {}

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int bottom() {
        return HEIGHT - BOTTOM;
    }

    public int top() {
        return TOP;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    /** In the order of the form: mood first. */
    static List<ScoreChart> of(List<Score> scores, List<Visit> visits, ZoneId zone) {
        return Stream.of("MOOD", "PHQ9", "GAD7", "PHQ2")
                .filter(scale -> scores.stream().anyMatch(score -> score.scale().equals(scale)))
                .map(scale -> of(
                        scale,
                        scores.stream()
                                .filter(score -> score.scale().equals(scale))
                                .toList(),
                        visits,
                        zone))
                .toList();
    }

    private static ScoreChart of(String scale, List<Score> scores, List<Visit> visits, ZoneId zone) {
        var span = Span.of(scores);
        int most = scores.getFirst().most();
        var dots = scores.stream()
                .map(score -> new Dot(
                        span.x(score.at()), y(score.value(), most), score.value(), scores.size() <= WITH_NUMBERS))
                .toList();
        return new ScoreChart(
                scale,
                levels(scale).map(value -> new Line(y(value, most), value)).toList(),
                dots,
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" ")),
                visits.stream()
                        .filter(visit -> visit.isSession() && visit.stands() && span.holds(visit.startsAt()))
                        .map(visit -> new Mark(
                                span.x(visit.startsAt()), visit.number() == null ? "" : String.valueOf(visit.number())))
                        .toList(),
                IntStream.rangeClosed(0, TICKS - 1)
                        .mapToObj(i -> span.tick(i, zone))
                        .toList());
    }

    /** Where the publisher's bands begin, and of a mood where it is low. */
    private static Stream<Integer> levels(String scale) {
        return switch (scale) {
            case "MOOD" -> Stream.of(0, 2, 5, 10);
            case "PHQ9" -> Stream.of(0, 5, 10, 15, 20, 27);
            case "GAD7" -> Stream.of(0, 5, 10, 15, 21);
            default -> Stream.of(0, 3, 6);
        };
    }

    private static int y(int value, int most) {
        return HEIGHT - BOTTOM - Math.round((float) value * (HEIGHT - BOTTOM - TOP) / most);
    }

    /** A week at least, and a day around what is in it. */
    private record Span(Instant from, Instant to) {
        static Span of(List<Score> scores) {
            var first = scores.getFirst().at().minus(Duration.ofDays(1));
            var last = scores.getLast().at().plus(Duration.ofDays(1));
            var least = last.minus(LEAST);
            return new Span(first.isBefore(least) ? first : least, last);
        }

        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }

        int x(Instant at) {
            double share = (double) Duration.between(from, at).toMinutes()
                    / Duration.between(from, to).toMinutes();
            return LEFT + (int) Math.round(share * (WIDTH - LEFT - RIGHT));
        }

        Tick tick(int i, ZoneId zone) {
            var at = from.plus(Duration.between(from, to).multipliedBy(i).dividedBy(TICKS - 1L));
            return new Tick(x(at), at.atZone(zone).format(DAY));
        }
    }
}
