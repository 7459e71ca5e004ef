package aftercare.messaging.lines;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.clinic.NumberUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextingNumberTest {

    @Test
    void a_mobile_comes_before_a_better_ranked_landline() {
        assertThat(TextingNumber.best(List.of(number("home", NumberUse.HOME, 1), number("cell", NumberUse.MOBILE, 3))))
                .contains(number("cell", NumberUse.MOBILE, 3));
    }

    @Test
    void among_mobiles_the_chart_ranks() {
        assertThat(TextingNumber.best(List.of(number("b", NumberUse.MOBILE, 2), number("a", NumberUse.MOBILE, 1))))
                .contains(number("a", NumberUse.MOBILE, 1));
    }

    @Test
    void a_number_at_work_is_the_last_resort() {
        assertThat(TextingNumber.best(List.of(number("w", NumberUse.WORK, 1), number("o", NumberUse.OTHER, 9))))
                .contains(number("o", NumberUse.OTHER, 9));
        assertThat(TextingNumber.best(List.of())).isEmpty();
    }

    private static TextingNumber number(String number, NumberUse use, int rank) {
        return new TextingNumber(number, use, rank);
    }
}
