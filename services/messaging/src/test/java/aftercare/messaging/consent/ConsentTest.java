package aftercare.messaging.consent;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.consent.ConsentEntry.Kind;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final PatientId PATIENT = new PatientId("p1");
    private static final LineId LINE = LineId.random();
    private static final LineId NEW_LINE = LineId.random();
    private final List<ConsentEntry> ledger = new ArrayList<>();

    @Test
    void nobody_consents_by_silence() {
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.NONE);
    }

    @Test
    void a_grant_is_for_its_number() {
        write(PATIENT, LINE, Kind.GRANT);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.GRANTED);
        assertThat(Consent.of(ledger, NEW_LINE)).isEqualTo(Consent.NONE);
    }

    @Test
    void an_opt_out_goes_with_the_patient_to_a_new_number() {
        write(PATIENT, LINE, Kind.GRANT);
        write(PATIENT, LINE, Kind.REVOKE);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.OPTED_OUT);
        assertThat(Consent.of(ledger, NEW_LINE)).isEqualTo(Consent.OPTED_OUT);
    }

    @Test
    void the_last_word_counts() {
        write(PATIENT, LINE, Kind.REVOKE);
        write(PATIENT, LINE, Kind.GRANT);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.GRANTED);
    }

    @Test
    void a_number_that_opted_out_stays_so_for_whoever_gets_it() {
        write(null, LINE, Kind.REVOKE);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.OPTED_OUT);
        assertThat(Consent.of(ledger, NEW_LINE)).isEqualTo(Consent.NONE);
    }

    @Test
    void staff_can_grant_again_for_one_patient_on_such_a_number() {
        write(null, LINE, Kind.REVOKE);
        write(PATIENT, LINE, Kind.GRANT);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.GRANTED);
    }

    @Test
    void a_grant_from_before_the_numbers_opt_out_is_void() {
        write(PATIENT, LINE, Kind.GRANT);
        write(null, LINE, Kind.REVOKE);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.OPTED_OUT);
    }

    @Test
    void start_of_the_number_alone_grants_nothing_to_a_patient() {
        write(null, LINE, Kind.REVOKE);
        write(null, LINE, Kind.GRANT);
        assertThat(Consent.of(ledger, LINE)).isEqualTo(Consent.NONE);
    }

    @Test
    void an_ignored_offer_says_nothing() {
        write(PATIENT, LINE, Kind.REVOKE);
        write(PATIENT, NEW_LINE, Kind.OFFER_IGNORED);
        assertThat(Consent.of(ledger, NEW_LINE)).isEqualTo(Consent.OPTED_OUT);
    }

    private void write(@Nullable PatientId patient, LineId line, Kind kind) {
        ledger.add(new ConsentEntry(ledger.size() + 1L, patient, line, kind));
    }
}
