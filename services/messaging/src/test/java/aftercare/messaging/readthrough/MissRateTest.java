package aftercare.messaging.readthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aftercare.messaging.readthrough.MissRate.Stratum;
import aftercare.messaging.readthrough.RoutineReplies.ReadBy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissRateTest {
    @Test
    void without_a_reader_there_is_no_rate() {
        assertThat(MissRate.of(List.of())).isEmpty();
        assertThat(MissRate.of(List.of(new Stratum(0, 3, 0)))).isEmpty();
    }

    @Test
    void where_all_are_read_it_is_flagged_of_read_with_wilsons_interval() {
        var rate = MissRate.of(List.of(new Stratum(1, 1_000, 10))).orElseThrow();

        assertThat(rate.rate()).isEqualTo(0.01);
        assertThat(rate.low()).isCloseTo(0.005445, within(0.00001));
        assertThat(rate.high()).isCloseTo(0.018310, within(0.00001));
    }

    @Test
    void no_miss_in_a_hundred_is_not_none() {
        var rate = MissRate.of(List.of(new Stratum(1, 100, 0))).orElseThrow();

        assertThat(rate.rate()).isZero();
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isCloseTo(0.036995, within(0.00001));
    }

    @Test
    void a_reply_of_a_sample_counts_for_all_that_it_stands_for() {
        // 1,000 read one by one with 1 miss, and 100 that stand for 2,000 with 2: 41 misses in 3,000.
        var rate = MissRate.of(List.of(new Stratum(1, 1_000, 1), new Stratum(20, 100, 2)))
                .orElseThrow();

        assertThat(rate.read()).isEqualTo(1_100);
        assertThat(rate.flagged()).isEqualTo(3);
        assertThat(rate.rate()).isCloseTo(41.0 / 3_000, within(1e-12));
    }

    @Test
    void unequal_weights_make_the_interval_wider_than_as_many_equal_ones() {
        var weighted = MissRate.of(List.of(new Stratum(1, 1_000, 10), new Stratum(20, 100, 1)))
                .orElseThrow();
        var equal = MissRate.of(List.of(new Stratum(1, 1_100, 11))).orElseThrow();

        assertThat(weighted.rate()).isCloseTo(equal.rate(), within(1e-12));
        assertThat(weighted.high() - weighted.low()).isGreaterThan(equal.high() - equal.low());
    }

    @Test
    void one_that_was_left_out_and_read_all_the_same_moves_no_rate() {
        var rate = MissRate.of(List.of(new Stratum(20, 50, 1), new Stratum(0, 1, 1)))
                .orElseThrow();

        assertThat(rate.rate()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void each_version_of_the_engine_has_a_rate_of_its_own() {
        var rates = MissRates.of(
                Instant.EPOCH,
                List.of(
                        new ReadBy("1.0+a", new Stratum(1, 90, 9)),
                        new ReadBy("1.1+b", new Stratum(1, 8, 0)),
                        new ReadBy("1.1+b", new Stratum(2, 1, 1))));

        assertThat(rates.versions()).extracting(MissRates.OfVersion::version).containsExactly("1.0+a", "1.1+b");
        assertThat(rates.versions().getFirst().rate().rate()).isCloseTo(0.1, within(1e-12));
        assertThat(rates.versions().getLast().rate().rate()).isCloseTo(0.2, within(1e-12));
    }
}
