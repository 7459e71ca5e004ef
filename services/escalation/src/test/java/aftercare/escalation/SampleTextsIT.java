package aftercare.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.testkit.CarrierAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sample of what patients will read, on the phone of whoever wrote it and on nobody else's. */
class SampleTextsIT {
    private static final String SAMPLE = "{\"text\":\"[Test] Harbor Clinic: your visit is near.\"}";
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of());
    }

    @AfterAll
    static void close() {
        clinic.carrier().reset();
        clinic.close();
    }

    @BeforeEach
    void with_no_texts() {
        clinic.carrier().reset();
    }

    @Test
    void it_goes_marked_to_ones_own_verified_number_and_to_nobody_else() {
        var answer = clinic.as("rosa").post("/v1/staff/rosa/test-texts", SAMPLE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(clinic.textsTo(Clinic.ROSA)).containsExactly("[Test] Harbor Clinic: your visit is near.");
        assertThat(clinic.carrier().texts()).hasSize(1);
        assertThat(clinic.carrier().texts().getFirst().from())
                .as("the paging line")
                .isEqualTo("+12025550121");
        clinic.quietDown();
        assertThat(clinic.openCases()).isEmpty();
    }

    @Test
    void nobody_texts_a_colleague_not_even_an_admin() {
        var answer = clinic.as("mira").post("/v1/staff/rosa/test-texts", SAMPLE);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("not-your-phone");
        assertThat(clinic.as("fred").post("/v1/staff/fred/test-texts", SAMPLE).status())
                .as("who writes no texts needs no samples")
                .isEqualTo(403);
        assertThat(clinic.carrier().posts()).isZero();
    }

    @Test
    void what_could_be_taken_for_a_page_is_refused() {
        for (var text :
                new String[] {"CRISIS. Reply 1 to take it.", " [Test] x", "[test] x", "", "[Test] " + "x".repeat(1600)
                }) {
            var answer = clinic.as("rosa").post("/v1/staff/rosa/test-texts", "{\"text\":\"" + text + "\"}");
            assertThat(answer.status()).as(text).isEqualTo(400);
            assertThat(answer.body()).contains("text ").doesNotContain("CRISIS");
        }
        assertThat(clinic.as("rosa").post("/v1/staff/rosa/test-texts", "{}").status())
                .isEqualTo(400);
        assertThat(clinic.carrier().posts()).isZero();
    }

    @Test
    void without_a_verified_number_it_is_said_where_to_enter_one() {
        var verifiedAt = clinic.text(
                "SELECT min(verified_at)::text FROM contact_method WHERE staff_id = 'sam' AND kind = 'SMS'");
        clinic.change("UPDATE contact_method SET verified_at = NULL WHERE staff_id = 'sam' AND kind = 'SMS'");
        try {
            var answer = clinic.as("sam").post("/v1/staff/sam/test-texts", SAMPLE);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("no-verified-phone", "How I am reached");
            assertThat(clinic.carrier().posts()).isZero();
        } finally {
            clinic.change("UPDATE contact_method SET verified_at = '" + verifiedAt
                    + "' WHERE staff_id = 'sam' AND kind = 'SMS'");
        }
    }

    @Test
    void a_text_that_the_carrier_refused_is_not_said_to_have_gone() {
        clinic.carrier().next(new CarrierAnswer.Refuse(400, 21211));

        var answer = clinic.as("rosa").post("/v1/staff/rosa/test-texts", SAMPLE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("test-text-not-sent", "was refused (21211)")
                .doesNotContain(Clinic.ROSA);
        assertThat(clinic.textsTo(Clinic.ROSA)).isEmpty();
    }
}
