package aftercare.journeys.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aftercare.journeys.versions.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyDiffTest {
    private static final String BEFORE = JourneyDocumentTest.SMALL;

    @Test
    void a_changed_field_is_told_with_before_and_after() {
        assertThat(diff(BEFORE.replace("Hola", "Buenas")))
                .containsExactly(new Difference(
                        "A", "Colon: in the name", Kind.CHANGED, "text.es", "Hola {clinic}", "Buenas {clinic}"));
    }

    @Test
    void what_is_new_what_is_gone_and_what_is_above_the_elements_are_told() {
        var after = BEFORE.replace("id: B", "id: C").replace("settle: PT10M", "settle: PT15M");

        assertThat(diff(after))
                .extracting(Difference::element, Difference::kind, Difference::field)
                .containsExactly(
                        tuple("journey", Kind.CHANGED, "settle"),
                        tuple("B", Kind.REMOVED, ""),
                        tuple("C", Kind.ADDED, ""));
    }

    @Test
    void a_topic_is_compared_like_a_touchpoint() {
        assertThat(diff(BEFORE.replace("mandatory: true", "mandatory: false")))
                .extracting(Difference::element, Difference::field)
                .containsExactly(tuple("E02", "mandatory"));
    }

    @Test
    void the_same_written_otherwise_differs_in_nothing() {
        assertThat(diff(JourneyDocument.read(BEFORE).yaml())).isEmpty();
    }

    private static List<Difference> diff(String after) {
        return new JourneyDiff(JourneyDocument.read(BEFORE), JourneyDocument.read(after)).differences();
    }
}
