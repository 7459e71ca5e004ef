package aftercare.journeys.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemNineTest {
    @Test
    void without_experience_the_prior_is_what_is_expected() {
        assertThat(ItemNine.of(10, 0, 0, 0.2, 50).pagesPerWeek()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void experience_outweighs_the_prior_as_it_grows() {
        assertThat(ItemNine.of(10, 50, 20, 0.2, 50).rate()).isCloseTo(0.3, within(1e-9));
        assertThat(ItemNine.of(10, 5000, 2000, 0.2, 50).rate()).isCloseTo(0.4, within(0.01));
    }

    @Test
    void who_sends_no_questionnaire_expects_no_page() {
        assertThat(ItemNine.of(0, 100, 50, 0.2, 50).pagesPerWeek()).isZero();
    }
}
