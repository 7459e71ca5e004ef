package aftercare.journeys.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.journeys.definition.InvalidJourney;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JourneyDocumentTest {
    static final String SMALL = """
            journey: default
            settle: PT10M
            dischargeAfterEnd: PT2H
            dischargeAfterStart: PT3H
            touchpoints:
              - id: A
                name: "Colon: in the name"
                priority: 70
                window: 09:00-20:00
                text: {en: "Hello {clinic}", es: "Hola {clinic}"}
              - id: B
                name: Second
                priority: 10
                text: {en: "Bye"}
            topics:
              - id: E02
                name: Approval
                mandatory: true
                text: {en: "Some words"}
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JourneyDocument journey = JourneyDocument.read(SMALL);

    @Test
    void what_is_written_reads_back_the_same() {
        var again = JourneyDocument.read(journey.yaml());

        assertThat(again.tag()).isEqualTo(journey.tag());
        assertThat(journey.yaml()).contains("09:00-20:00", "Hello {clinic}");
    }

    @Test
    void one_element_is_replaced_in_its_place_and_the_others_stay() {
        var changed = journey.with(Part.TOUCHPOINTS, "A", object("{\"id\":\"A\",\"name\":\"First\"}"));

        assertThat(changed.elements(Part.TOUCHPOINTS)).containsOnlyKeys("A", "B");
        assertThat(changed.elements(Part.TOUCHPOINTS).keySet()).containsExactly("A", "B");
        assertThat(element(changed, "A").path("name").asString("")).isEqualTo("First");
        assertThat(element(changed, "B")).isEqualTo(element(journey, "B"));
    }

    @Test
    void a_new_element_comes_last_and_a_removed_one_is_gone() {
        var more = journey.with(Part.TOUCHPOINTS, "C", object("{\"id\":\"C\"}"));

        assertThat(more.elements(Part.TOUCHPOINTS).keySet()).containsExactly("A", "B", "C");
        assertThat(more.without(Part.TOUCHPOINTS, "B")
                        .elements(Part.TOUCHPOINTS)
                        .keySet())
                .containsExactly("A", "C");
        assertThat(journey.elements(Part.TOUCHPOINTS)).hasSize(2);
    }

    @Test
    void settings_change_without_the_elements() {
        var changed = journey.withSettings(object("{\"journey\":\"default\",\"settle\":\"PT20M\"}"));

        assertThat(changed.settings().path("settle").asString("")).isEqualTo("PT20M");
        assertThat(changed.elements(Part.TOUCHPOINTS)).hasSize(2);
        assertThat(changed.elements(Part.TOPICS)).hasSize(1);
    }

    @Test
    void the_order_of_fields_and_how_a_number_is_written_change_no_tag() {
        assertThat(Tag.of(object("{\"a\":70,\"b\":\"x\"}"))).isEqualTo(Tag.of(object("{\"b\":\"x\",\"a\":\"70\"}")));
        assertThat(Tag.of(object("{\"a\":\"x\",\"b\":\"\"}"))).isNotEqualTo(Tag.of(object("{\"a\":\"\",\"b\":\"x\"}")));
        assertThat(Tag.of(object("{\"a\":[\"x\",\"y\"]}"))).isNotEqualTo(Tag.of(object("{\"a\":[\"y\",\"x\"]}")));
    }

    @Test
    void approval_hangs_on_every_word_that_is_said_and_on_nothing_else() {
        var digests = Words.of(journey);
        assertThat(digests).extracting(Words::id).containsExactly("A", "B", "E02");

        assertThat(digest("window: 09:00-20:00", "window: 10:00-20:00"))
                .isEqualTo(digests.getFirst().digest());
        assertThat(digest("priority: 70", "priority: 80"))
                .isEqualTo(digests.getFirst().digest());
        assertThat(digest("Hola", "Buenas")).isNotEqualTo(digests.getFirst().digest());
        assertThat(digest("priority: 70", "answers: {\"1\": {en: Thanks}}"))
                .isNotEqualTo(digests.getFirst().digest());
        assertThat(digest("priority: 70", "reminder: {after: P1D, text: {en: Again}}"))
                .isNotEqualTo(digests.getFirst().digest());
        assertThat(digest("priority: 70", "reminder: {after: P1D}"))
                .isEqualTo(digests.getFirst().digest());
    }

    @Test
    void what_is_no_mapping_is_refused() {
        assertThatThrownBy(() -> JourneyDocument.read("- a")).isInstanceOf(InvalidJourney.class);
        assertThatThrownBy(() -> JourneyDocument.read("a: [")).isInstanceOf(InvalidJourney.class);
    }

    private static String digest(String from, String to) {
        return Words.of(JourneyDocument.read(SMALL.replace(from, to)))
                .getFirst()
                .digest();
    }

    private static ObjectNode element(JourneyDocument journey, String id) {
        return (ObjectNode)
                Objects.requireNonNull(journey.elements(Part.TOUCHPOINTS).get(id));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
