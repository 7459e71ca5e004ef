package aftercare.intake.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NINE = Instant.parse("2026-03-07T09:00:00Z");

    @Test
    void numbers_decide_where_every_version_has_one() {
        assertThat(said(List.of(version("10", NINE, 1), version("9", NINE.plusSeconds(5), 2), version("2", NINE, 3))))
                .containsExactly(3, 2, 1);
    }

    @Test
    void times_decide_where_a_version_has_no_number() {
        assertThat(said(List.of(version(null, NINE.plusSeconds(9), 1), version("1", NINE, 2))))
                .containsExactly(2, 1);
    }

    @Test
    void versions_that_say_nothing_stand_where_they_arrived() {
        assertThat(said(List.of(version(null, null, 1), version(null, null, 2))))
                .containsExactly(1, 2);
    }

    @Test
    void an_id_follows_from_what_it_names() {
        assertThat(NamedId.of("a", "b")).isEqualTo(NamedId.of("a", "b")).isNotEqualTo(NamedId.of("a", "c"));
        assertThat(NamedId.of("a").version()).isEqualTo(5);
        assertThat(NamedId.of("a").variant()).isEqualTo(2);
    }

    private static List<Integer> said(List<Version<Integer>> versions) {
        return History.inOrder(versions).stream().map(Version::says).toList();
    }

    private static Version<Integer> version(@Nullable String number, @Nullable Instant updated, int says) {
        return new Version<>(new Stamp(number, updated, NINE), says);
    }
}
