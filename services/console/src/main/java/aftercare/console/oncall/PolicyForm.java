package aftercare.console.oncall;

import aftercare.console.remote.OnCallService.Notification;
import aftercare.console.remote.OnCallService.Policy;
import aftercare.console.remote.OnCallService.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** A policy as its form shows it: spans in minutes, and empty lines for what may be added. */
record PolicyForm(String cause, String acknowledgeWithin, int version, List<Line> lines) {
    static final List<String> WAYS = List.of("SMS", "VOICE", "EMAIL", "WEBHOOK");
    private static final int SPARE_LINES = 2;
    private static final int MOST_LINES = 20;
    private static final int TRIES = 4;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    /** A step. One without anybody is none. */
    record Line(List<String> who, String within, List<Try> tries) {}

    /** Empty: none. */
    record Try(String by, String after) {}

    static PolicyForm of(Policy policy) {
        var lines =
                new ArrayList<>(policy.steps().stream().map(PolicyForm::line).toList());
        IntStream.range(0, SPARE_LINES).forEach(spare -> lines.add(new Line(List.of(), "5", tries(List.of()))));
        return new PolicyForm(
                policy.cause(), minutes(policy.acknowledgeWithin()), policy.version(), List.copyOf(lines));
    }

    private static Line line(Step step) {
        return new Line(
                step.who(),
                minutes(step.within()),
                tries(step.notifications().stream()
                        .map(notification -> new Try(notification.by(), minutes(notification.after())))
                        .toList()));
    }

    private static List<Try> tries(List<Try> known) {
        var tries = new ArrayList<>(known);
        while (tries.size() < TRIES) {
            tries.add(new Try("", ""));
        }
        return List.copyOf(tries);
    }

    static Policy read(String cause, MultiValueMap<String, String> fields) {
        return new Policy(
                cause,
                span(first(fields, "acknowledgeWithin")),
                IntStream.range(0, MOST_LINES)
                        .filter(line -> fields.containsKey("who" + line))
                        .mapToObj(line -> step(line, fields))
                        .toList(),
                Integer.parseInt(first(fields, "version")));
    }

    private static Step step(int line, MultiValueMap<String, String> fields) {
        var ways = fields.getOrDefault("by" + line, List.of());
        var afters = fields.getOrDefault("after" + line, List.of());
        return new Step(
                fields.getOrDefault("who" + line, List.of()),
                span(first(fields, "within" + line)),
                IntStream.range(0, Math.min(ways.size(), afters.size()))
                        .filter(one -> !ways.get(one).isBlank())
                        .mapToObj(one -> new Notification(ways.get(one), span(afters.get(one))))
                        .toList());
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static String minutes(Duration span) {
        return BigDecimal.valueOf(span.toSeconds())
                .divide(SECONDS, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An empty field is no wait. */
    private static Duration span(String minutes) {
        try {
            return minutes.isBlank()
                    ? Duration.ZERO
                    : Duration.ofSeconds(
                            new BigDecimal(minutes.strip()).multiply(SECONDS).longValue());
        } catch (NumberFormatException e) {
            throw new DateTimeParseException("Not a number of minutes", "", 0, e);
        }
    }
}
