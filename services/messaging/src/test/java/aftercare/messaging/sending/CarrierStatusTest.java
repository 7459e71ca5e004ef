package aftercare.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarrierStatusTest {

    @Test
    void words_are_read_in_any_case_and_an_unknown_one_is_no_error() {
        assertThat(CarrierStatus.of("Delivered")).contains(CarrierStatus.DELIVERED);
        assertThat(CarrierStatus.of("partially_delivered")).isEmpty();
        assertThat(CarrierStatus.of("")).isEmpty();
    }

    @Test
    void the_ends_rank_alike_so_that_the_first_one_stands() {
        assertThat(CarrierStatus.DELIVERED.rank())
                .isEqualTo(CarrierStatus.UNDELIVERED.rank())
                .isEqualTo(CarrierStatus.FAILED.rank())
                .isGreaterThan(CarrierStatus.SENT.rank());
        assertThat(CarrierStatus.READ.rank()).isGreaterThan(CarrierStatus.DELIVERED.rank());
    }
}
