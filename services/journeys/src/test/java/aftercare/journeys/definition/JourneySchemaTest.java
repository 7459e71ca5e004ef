package aftercare.journeys.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema that editors use and the reader that publishes say the same. */
class JourneySchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SHIPPED = resource("journeys.yaml");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("journey.schema.json"));

    /** A journey of one question that uses every part a mistake can be made in. */
    private static final String SMALL = """
            journey: small
            settle: PT10M
            dischargeAfterEnd: PT2H
            dischargeAfterStart: PT3H
            maintenanceEvery: P28D
            budget: {perDay: 2, perSessionDay: 3, perWeek: 12}
            touchpoints:
              - id: M1
                name: Mood
                purpose: CHECK_IN
                priority: 50
                anchor: SERIES
                offset: P1D
                every: P7D
                times: 3
                window: 10:00-18:00
                days: [MON, TUE]
                expires: PT4H
                oncePer: START
                whenClosed: MOVE
                when: {routes: [IV], numbers: [1, 2], languages: [en], answered: {touchpoint: M1, atLeast: 3}}
                text: {en: Mood?}
                asks: {form: NUMBER, min: 0, max: 10, answerWithin: PT20H}
                reminder: {at: "16:00"}
                silence: {by: "20:00", then: TASK, taskFor: TWICE_IN_A_ROW}
              - id: D1
                name: Drip
                purpose: EDUCATION
                priority: 5
                anchor: LAST_SESSION
                offset: P1D
                window: 11:00-17:00
                oncePer: START
                draws: topics
            topics:
              - {id: E02, name: Approval, mandatory: true, text: {en: Approved.}}
            """;

    @Test
    void the_shipped_journey_is_valid() {
        assertThat(SCHEMA.validate(YAML.readTree(SHIPPED))).isEmpty();
    }

    @Test
    void what_is_written_is_valid() {
        assertThat(SCHEMA.validate(YAML.readTree(JourneyYaml.write(JourneyYaml.read(SHIPPED)))))
                .isEmpty();
    }

    @Test
    void the_small_journey_is_valid_and_reads() {
        assertThat(SCHEMA.validate(YAML.readTree(SMALL))).isEmpty();
        assertThat(JourneyYaml.read(SMALL).touchpoints()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anchor: SERIES         | anchor: SOMETIME
            offset: P1D            | offset: P1M
            every: P7D             | every: -P7D
            every: P7D             | every: P1DT2H
            times: 3               | times: 1
            window: 10:00-18:00    | window: 10:00-25:00
            days: [MON, TUE]       | days: [MON, MONDAY]
            expires: PT4H          | expires: 4 hours
            oncePer: START         | oncePer: WEEK
            whenClosed: MOVE       | whenClosed: WAIT
            routes: [IV]           | routes: [NOSE]
            numbers: [1, 2]        | numbers: [0]
            numbers: [1, 2]        | numbers: {first: true, from: 2}
            languages: [en]        | languages: [english]
            touchpoint: M1, atLeast: 3 | atLeast: 3
            atLeast: 3             | atLeast: 3, is: "3"
            form: NUMBER           | form: INSTRUMENT
            form: NUMBER           | form: CHOICE
            min: 0, max: 10        | min: 0, max: 10, instrument: PHQ9
            reminder: {at: "16:00"} | reminder: {at: "16:00", after: P1D}
            reminder: {at: "16:00"} | reminder: {}
            by: "20:00"            | by: evening
            then: TASK             | then: CALL
            taskFor: TWICE_IN_A_ROW | taskFor: SOMETIMES
            perWeek: 12            | perWeek: 0
            perDay: 2, perSessionDay: 3, perWeek: 12 | perDay: 2
            draws: topics          | draws: lots
            draws: topics          | toStaff: perhaps
            mandatory: true        | mandatory: maybe
            priority: 50           | priority: 101
            priority: 50           | prioritty: 50
            maintenanceEvery: P28D | maintenanceEvery: P1M
            text: {en: Mood?}      | text: {es: Humor?}
            anchor: SERIES         | anchor: ANSWERED
            """)
    void a_wrong_field_is_refused_by_both(String right, String wrong) {
        var yaml = SMALL.replace(right, wrong);
        if (wrong.equals("anchor: ANSWERED")) {
            yaml = yaml.replace(", answered: {touchpoint: M1, atLeast: 3}", "");
        }
        assertThat(yaml).isNotEqualTo(SMALL);

        var broken = yaml;
        assertThat(SCHEMA.validate(YAML.readTree(broken))).isNotEmpty();
        assertThatThrownBy(() -> JourneyYaml.read(broken)).isInstanceOf(InvalidJourney.class);
    }

    @Test
    void the_schema_names_what_the_model_knows() {
        var schema = YAML.readTree(resource("journey.schema.json"));

        assertThat(values(schema.at("/$defs/anchor/enum"))).containsExactlyElementsOf(names(Anchor.values()));
        assertThat(values(schema.at("/$defs/asks/properties/form/enum")))
                .containsExactlyElementsOf(names(AskForm.values()));
        assertThat(values(schema.at("/$defs/asks/properties/instrument/enum")))
                .containsExactlyElementsOf(names(Instrument.values()));
        assertThat(values(schema.at("/$defs/touchpoint/properties/whenClosed/enum")))
                .containsExactlyElementsOf(names(WhenClosed.values()));
        assertThat(values(schema.at("/$defs/silence/properties/then/enum")))
                .containsExactlyElementsOf(names(SilenceRule.Then.values()));
        assertThat(values(schema.at("/$defs/silence/properties/taskFor/enum")))
                .containsExactlyElementsOf(names(SilenceRule.TaskFor.values()));
    }

    private static Iterable<String> values(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static Iterable<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static String resource(String name) {
        try (var in = JourneyYaml.class.getResourceAsStream("/aftercare/journeys/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
