package aftercare.journeys.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.Purpose;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same journey, whatever stands in it. The seed names the journey. */
class JourneyRoundTripTest {
    private static final int JOURNEYS = 300;
    private static final List<String> AWKWARD = List.of(
            "{clinic}: at {time}",
            "yes",
            "12",
            "1e3",
            "# no comment",
            "- dash",
            "a: b",
            "\"quoted\"",
            "it's",
            " led by a space",
            "two\nlines",
            "¿como?",
            "null",
            "20:00",
            "{}",
            "&a *b !c %d @e `f",
            "x".repeat(300));

    private Random random = new Random();

    @Test
    void the_shipped_journey_is_the_same_once_written() throws IOException {
        try (var in = JourneyYaml.class.getResourceAsStream("/aftercare/journeys/journeys.yaml")) {
            var journey = JourneyYaml.read(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));

            assertThat(JourneyYaml.read(JourneyYaml.write(journey))).isEqualTo(journey);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_journey_is_the_same_once_written(long seed) {
        random = new Random(seed);
        for (int number = 0; number < JOURNEYS; number++) {
            var journey = journey();

            assertThat(JourneyYaml.read(JourneyYaml.write(journey)))
                    .as("seed %d, journey %d", seed, number)
                    .isEqualTo(journey);
        }
    }

    private Journey journey() {
        var topics = new ArrayList<Topic>();
        for (int number = random.nextInt(3); number >= 0; number--) {
            topics.add(new Topic("E" + number, words(), random.nextBoolean(), wording()));
        }
        var touchpoints = new ArrayList<Touchpoint>();
        for (int number = random.nextInt(4); number >= 0; number--) {
            touchpoints.add(touchpoint("T" + number, topics));
        }
        return new Journey(
                "j" + random.nextInt(9),
                span(),
                span(),
                span(),
                span(),
                span(),
                hours(),
                new Budget(1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(100)),
                touchpoints,
                topics);
    }

    private Touchpoint touchpoint(String code, List<Topic> topics) {
        int kind = random.nextInt(4);
        boolean draws = kind == 0;
        boolean toStaff = kind == 1;
        var asks = draws || toStaff ? null : maybe(this::asks);
        return new Touchpoint(
                code,
                words(),
                one(Purpose.values()),
                random.nextInt(101),
                some(VisitKind.values()),
                timing(),
                conditions(),
                draws ? null : toStaff ? maybe(this::wording) : wording(),
                asks,
                asks == null ? null : maybe(this::reminder),
                asks == null ? null : maybe(this::silence),
                asks == null || asks.form() == AskForm.INSTRUMENT ? Map.of() : answers(asks),
                toStaff,
                draws,
                random.nextBoolean() ? Set.of() : Set.of(topics.getFirst().code()));
    }

    private Map<String, Texts> answers(Asks asks) {
        var answer = asks.form() == AskForm.CHOICE ? asks.choices().getFirst() : String.valueOf(asks.min());
        return random.nextBoolean() ? Map.of() : Map.of(answer, texts());
    }

    private Timing timing() {
        var anchor = one(Anchor.values());
        anchor = anchor == Anchor.ANSWERED ? Anchor.SESSION : anchor;
        boolean series = anchor == Anchor.SERIES;
        var repeat = series || random.nextInt(3) == 0
                ? new Repeat(forward(), series && random.nextBoolean() ? null : 2 + random.nextInt(59))
                : null;
        var offset = offset();
        return new Timing(
                anchor,
                offset,
                anchor == Anchor.COMPLETED ? maybe(this::offset) : null,
                offset.time() == null ? maybe(this::offset) : null,
                hours(),
                maybe(this::hours),
                some(DayOfWeek.values()),
                repeat,
                maybe(() -> span().plusMinutes(1)),
                one(OncePer.values()),
                repeat == null && random.nextBoolean(),
                span(),
                maybe(this::span),
                random.nextBoolean(),
                one(WhenClosed.values()));
    }

    private Conditions conditions() {
        var numbers = switch (random.nextInt(3)) {
            case 0 -> SessionNumbers.ALL;
            case 1 -> new SessionNumbers(Set.of(1, 2 + random.nextInt(9)), null, null);
            default -> new SessionNumbers(Set.of(), 1 + random.nextInt(3), maybe(() -> 4 + random.nextInt(9)));
        };
        return new Conditions(
                random.nextBoolean() ? some(Route.values()) : Set.of(),
                numbers,
                random.nextBoolean() ? Set.of() : Set.of("es"),
                null,
                random.nextBoolean(),
                maybe(random::nextBoolean),
                random.nextInt(3));
    }

    private Asks asks() {
        var form = one(AskForm.values());
        var choices = form == AskForm.CHOICE ? List.of("1", "N", "yes") : List.<String>of();
        boolean instrument = form == AskForm.INSTRUMENT;
        return new Asks(
                form,
                choices,
                choices.isEmpty() ? null : maybe(() -> "yes"),
                choices.isEmpty() ? null : maybe(() -> "N"),
                form == AskForm.NUMBER ? 1 : 0,
                form == AskForm.NUMBER ? 10 : 0,
                instrument ? one(Instrument.values()) : null,
                !instrument && random.nextBoolean(),
                instrument || random.nextBoolean() ? List.of() : List.of("1"),
                span(),
                instrument || random.nextBoolean() ? Map.of() : Map.of("1", "CALL_ME"));
    }

    private Reminder reminder() {
        return random.nextBoolean()
                ? new Reminder(forward(), null, maybe(this::texts))
                : new Reminder(null, LocalTime.of(16, random.nextInt(60)), maybe(this::texts));
    }

    private SilenceRule silence() {
        return new SilenceRule(
                LocalTime.of(20, 0), span(), one(SilenceRule.Then.values()), one(SilenceRule.TaskFor.values()));
    }

    private Wording wording() {
        var byRoute = new LinkedHashMap<Route, Texts>();
        some(Route.values()).forEach(route -> byRoute.put(route, texts()));
        byRoute.put(Route.UNKNOWN, texts());
        return new Wording(texts(), maybe(this::texts), random.nextBoolean() ? Map.of() : Map.of("fasting", byRoute));
    }

    private Texts texts() {
        return new Texts(random.nextBoolean() ? Map.of("en", words()) : Map.of("en", words(), "es", words()));
    }

    private String words() {
        return AWKWARD.get(random.nextInt(AWKWARD.size()));
    }

    private Duration span() {
        return random.nextBoolean() ? Duration.ofDays(random.nextInt(30)) : Duration.ofMinutes(random.nextInt(5000));
    }

    private Offset offset() {
        int sign = random.nextBoolean() ? 1 : -1;
        return random.nextBoolean()
                ? new Offset(sign * random.nextInt(30), null)
                : new Offset(
                        sign * random.nextInt(3),
                        Duration.ofMinutes(random.nextInt(3000)).multipliedBy(sign));
    }

    private Offset forward() {
        return random.nextBoolean()
                ? new Offset(1 + random.nextInt(30), null)
                : new Offset(0, Duration.ofMinutes(1 + random.nextInt(3000)));
    }

    private SendHours hours() {
        int from = random.nextInt(23);
        return new SendHours(LocalTime.of(from, random.nextInt(60)), LocalTime.of(23, 59));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Set<T> some(T[] values) {
        var some = new HashSet<T>();
        some.add(one(values));
        for (var value : values) {
            if (random.nextBoolean()) {
                some.add(value);
            }
        }
        return some;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
