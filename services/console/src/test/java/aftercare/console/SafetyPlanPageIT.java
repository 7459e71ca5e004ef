package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetyPlanPageIT extends HarborPages {
    private static final String PLAN = "/patients/jordan/safety-plan";

    @Test
    void a_clinician_changes_the_plan_that_is_there() throws Exception {
        assertThat(page("/patients/jordan")).contains("Two nights without sleep", "Change the plan", "Robin Example");
        assertThat(page(PLAN)).contains("name=\"basedOn\" value=\"2\"", ">Walk to the harbour</textarea>");

        var after = visitor.submit(
                PLAN, PLAN, Map.of("basedOn", "2", "ownCoping", "Call my sister", "professionals", "988"));

        assertThat(after.uri().getPath()).isEqualTo("/patients/jordan");
        assertThat(HARBOR.escalation.posted().toString())
                .contains("/v1" + PLAN, "\"basedOn\":2", "Call my sister", "\"warningSigns\":\"\"");
    }

    @Test
    void what_was_typed_is_kept_when_it_is_refused() throws Exception {
        HARBOR.escalation.forget("/v1" + PLAN);

        var after = visitor.submit(PLAN, PLAN, Map.of("basedOn", "0", "ownCoping", "Call my sister"));

        assertThat(after.uri().getPath()).isEqualTo(PLAN);
        assertThat(after.body()).contains(FakeService.UNKNOWN, "Call my sister");
    }

    @Test
    void the_front_desk_does_not_see_it() throws Exception {
        var fred = as("fred");

        assertThat(fred.get(PLAN).statusCode()).isEqualTo(403);
        assertThat(fred.get("/patients/jordan").body()).doesNotContain("Two nights", "Change the plan");
    }
}
