package aftercare.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static Listing read(Map<String, String> parameters) {
        return Listing.read(parameters::get);
    }

    @Test
    void a_day_is_the_whole_day_in_utc() {
        var listing = read(Map.of("DateSent", "2026-03-04"));

        assertThat(listing.since()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(listing.until()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
    }

    @Test
    void a_time_without_a_zone_is_utc_as_the_sdk_means_it() {
        assertThat(read(Map.of("DateSent>", "2026-03-04T15:00:01")).since())
                .isEqualTo(read(Map.of("DateSent>", "2026-03-04T15:00:01Z")).since())
                .isEqualTo(Instant.parse("2026-03-04T15:00:01Z"));
    }

    @Test
    void pages_hold_50_unless_asked_and_1000_at_most() {
        assertThat(read(Map.of()).pageSize()).isEqualTo(50);
        assertThat(read(Map.of("PageSize", "5000")).pageSize()).isEqualTo(1000);
        assertThat(read(Map.of("Page", "-3")).page()).isZero();
    }

    @Test
    void a_date_that_is_none_is_not_passed_over() {
        assertThatThrownBy(() -> read(Map.of("DateSent>", "yesterday"))).isInstanceOf(DateTimeException.class);
    }
}
