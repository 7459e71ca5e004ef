package aftercare.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on call, at a browser: signs in, sees a case arrive without touching anything, takes it and resolves it. */
@EnabledIfEnvironmentVariable(named = Desk.CHROMIUM, matches = ".+", disabledReason = Desk.NO_CHROMIUM)
class BrowserTest {
    private static final String PATIENT = "+12025550161";

    @TempDir
    Path data;

    @Test
    void an_escalation_arrives_live_and_is_taken_and_resolved() {
        try (var clinic = Clinic.open(data);
                var rosa = Desk.open()) {
            clinic.fhir("Patient", "noor", Fhir.patient("noor", "Noor", "Haddad", PATIENT, "America/New_York"));
            clinic.textsOnceThereAre(0, PATIENT, Duration.ofSeconds(5));
            var page = rosa.page();

            rosa.signIn(clinic.url("console"), "rosa");
            assertThat(page.getByText("Nobody needs you right now")).isVisible();

            clinic.type(PATIENT, "I don't want to be alive any more");
            assertThat(page.locator("[data-needs-human]")).containsText("Crisis", within(20_000));
            assertThat(page.title()).startsWith("(1)");

            page.getByText("Open case").click();
            assertThat(page.locator(".thread")).containsText("I don't want to be alive any more");
            rosa.press("I take it");
            assertThat(page.locator("[data-state]")).containsText("acknowledged");
            assertThat(page.locator("mark.risk").first()).isVisible();

            page.locator("#tick-CALL").click();
            assertThat(page.locator("#tick-CALL[aria-checked=true]")).hasCount(1);
            page.getByText("Text them yourself").click();
            page.getByLabel("Your words").fill("This is Rosa. May I call you?");
            rosa.press("Send this text");
            assertThat(page.locator(".thread")).containsText("typed by", within(10_000));
            await().untilAsserted(() -> assertThat(clinic.texts(PATIENT)).contains("This is Rosa. May I call you?"));

            resolve(rosa);
            assertThat(page.locator("[data-state]")).containsText("resolved");
            assertThat(page.locator("main")).containsText("Safety plan updated");

            page.navigate(clinic.url("console") + "/patients/noor");
            assertThat(page.locator(".thread")).containsText("CRISIS");
            assertThat(clinic.api("rosa", "escalation", "/v1/escalations?view=open")
                            .size())
                    .isZero();
        }
    }

    private static void resolve(Desk rosa) {
        var page = rosa.page();
        page.getByLabel("What was found").selectOption("SAFETY_PLAN_UPDATED");
        page.getByLabel("Who was spoken with").fill("the patient");
        page.getByLabel("Level of risk").selectOption("MODERATE");
        page.locator("textarea[name=plan]").fill("A friend is on the way and stays the night.");
        page.locator("form[action$=resolution] textarea[name=note]").fill("Talked for half an hour.");
        page.locator("input[name=nextContactAt]").fill("2030-01-01T10:00");
        page.getByLabel("Go on").check();
        rosa.press("Resolve the case");
    }

    private static ContainsTextOptions within(double milliseconds) {
        return new ContainsTextOptions().setTimeout(milliseconds);
    }
}
