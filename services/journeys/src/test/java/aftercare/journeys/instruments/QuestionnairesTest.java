package aftercare.journeys.instruments;

import static aftercare.journeys.definition.Instrument.GAD7;
import static aftercare.journeys.definition.Instrument.PHQ2;
import static aftercare.journeys.definition.Instrument.PHQ9;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.wording.SmsLength;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionnairesTest {
    private final Questionnaires all = Questionnaires.shipped();

    @Test
    void the_items_stand_in_the_order_of_the_form_with_their_codes() {
        assertThat(all.of(PHQ9).items())
                .extracting(Questionnaire.Item::loinc)
                .containsExactly(
                        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
                        "44260-8");
        assertThat(all.of(PHQ9).total()).isEqualTo("44261-6");
        assertThat(all.of(PHQ2).items()).isEqualTo(all.of(PHQ9).items().subList(0, 2));
        assertThat(all.of(GAD7).items()).hasSize(7);
    }

    @Test
    void only_the_ninth_item_asks_about_risk_and_anything_but_not_at_all_is_risk() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(all.of(PHQ9)::riskAnswers))
                .allMatch(List::isEmpty);
        assertThat(all.of(PHQ9).riskAnswers(9)).containsExactly("1", "2", "3");
        assertThat(all.of(PHQ2).asksAboutRisk()).isFalse();
        assertThat(all.of(GAD7).asksAboutRisk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PHQ9, 0, minimal",
        "PHQ9, 4, minimal",
        "PHQ9, 5, mild",
        "PHQ9, 9, mild",
        "PHQ9, 10, moderate",
        "PHQ9, 14, moderate",
        "PHQ9, 15, moderately severe",
        "PHQ9, 19, moderately severe",
        "PHQ9, 20, severe",
        "PHQ9, 27, severe",
        "GAD7, 4, minimal",
        "GAD7, 5, mild",
        "GAD7, 10, moderate",
        "GAD7, 14, moderate",
        "GAD7, 15, severe",
        "GAD7, 21, severe",
        "PHQ2, 2, below the cut-off",
        "PHQ2, 3, at or above the cut-off"
    })
    void bands_begin_where_the_publisher_says(Instrument instrument, int score, String band) {
        assertThat(all.of(instrument).band(score)).isEqualTo(band);
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void a_score_is_the_sum_of_all_items_and_nothing_less(Instrument instrument) {
        var questionnaire = all.of(instrument);
        int items = questionnaire.items().size();

        assertThat(questionnaire.score(Collections.nCopies(items, 3))).isEqualTo(questionnaire.most());
        assertThat(questionnaire.score(Collections.nCopies(items, 0))).isZero();
        assertThatThrownBy(() -> questionnaire.score(Collections.nCopies(items - 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> questionnaire.score(Collections.nCopies(items, 4)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void every_item_is_two_segments_of_the_gsm_alphabet_in_both_languages_and_carries_the_footer(
            Instrument instrument) {
        int items = all.of(instrument).items().size();
        for (var language : List.of("en", "es")) {
            assertThat(SmsLength.of(all.firstItem(instrument, language))).isLessThanOrEqualTo(260);
            assertThat(SmsLength.firstForeign(all.firstItem(instrument, language)))
                    .isEmpty();
            for (int item = 2; item <= items; item++) {
                var text = all.laterItem(instrument, item, language);
                assertThat(SmsLength.of(text)).as(text).isLessThanOrEqualTo(SmsLength.TWO_SEGMENTS);
                assertThat(SmsLength.firstForeign(text)).as(text).isEmpty();
                assertThat(text).contains("988").contains("911").contains("24/7");
            }
        }
    }

    @Test
    void an_item_says_the_publishers_words_and_only_loses_accents_that_a_phone_cannot_get_cheaply() {
        assertThat(all.firstItem(PHQ2, "en"))
                .isEqualTo(
                        "Over the last 2 weeks, how often have you been bothered by any of the following problems? 1/2 Little"
                                + " interest or pleasure in doing things. 0 Not at all, 1 Several days, 2 More than half the days, 3"
                                + " Nearly every day.");
        assertThat(all.laterItem(PHQ9, 9, "es"))
                .startsWith(
                        "9/9 Pensamientos de que estaria mejor muerto(a) o de lastimarse de alguna manera. 0 Ningun dia,");
        assertThat(all.of(PHQ9).items().getLast().text().in("es")).contains("estaría");
        assertThat(Gsm.folded("interés, ¿qué? mañana")).isEqualTo("interés, ¿qué? mañana");
    }
}
