package aftercare.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on call, at a browser: signs in, sees a case arrive without touching anything, takes it and resolves it. */
@EnabledIfEnvironmentVariable(
        named = "AFTERCARE_CHROMIUM",
        matches = ".+",
        disabledReason = "No Chromium: run ./aftercare test, which finds or installs one")
class BrowserTest {
    private static final String PATIENT = "+12025550161";
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @TempDir
    Path data;

    @Test
    void an_escalation_arrives_live_and_is_taken_and_resolved() {
        try (var clinic = Clinic.open(data);
                var playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = launch(playwright)) {
            clinic.fhir("Patient", "noor", Fhir.patient("noor", "Noor", "Haddad", PATIENT, "America/New_York"));
            clinic.textsOnceThereAre(0, PATIENT, Duration.ofSeconds(5));
            var page = browser.newPage();

            signIn(page, clinic.url("console"));
            assertThat(page.getByText("Nobody needs you right now")).isVisible();

            clinic.type(PATIENT, "I don't want to be alive any more");
            assertThat(page.locator("[data-needs-human]")).containsText("Crisis", within(20_000));
            assertThat(page.title()).startsWith("(1)");

            page.getByText("Open case").click();
            assertThat(page.locator(".thread")).containsText("I don't want to be alive any more");
            button(page, "I take it").click();
            assertThat(page.locator("[data-state]")).containsText("acknowledged");
            assertThat(page.locator("mark.risk").first()).isVisible();

            page.locator("#tick-CALL").click();
            assertThat(page.locator("#tick-CALL[aria-checked=true]")).hasCount(1);
            page.getByText("Text them yourself").click();
            page.getByLabel("Your words").fill("This is Rosa. May I call you?");
            button(page, "Send this text").click();
            assertThat(page.locator(".thread")).containsText("typed by", within(10_000));
            await().untilAsserted(() -> assertThat(clinic.texts(PATIENT)).contains("This is Rosa. May I call you?"));

            resolve(page);
            assertThat(page.locator("[data-state]")).containsText("resolved");
            assertThat(page.locator("main")).containsText("Safety plan updated");

            page.navigate(clinic.url("console") + "/patients/noor");
            assertThat(page.locator(".thread")).containsText("CRISIS");
            assertThat(clinic.api("rosa", "escalation", "/v1/escalations?view=open")
                            .size())
                    .isZero();
        }
    }

    private static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv("AFTERCARE_CHROMIUM")))
                        .setChromiumSandbox(false)
                        .setArgs(QUIET));
    }

    private static void signIn(Page page, String console) {
        page.navigate(console);
        page.getByLabel("Staff id").fill("rosa");
        page.getByLabel("Password").fill("demo-rosa");
        button(page, "Sign in").click();
    }

    private static void resolve(Page page) {
        page.getByLabel("What was found").selectOption("SAFETY_PLAN_UPDATED");
        page.getByLabel("Who was spoken with").fill("the patient");
        page.getByLabel("Level of risk").selectOption("MODERATE");
        page.locator("textarea[name=plan]").fill("A friend is on the way and stays the night.");
        page.locator("form[action$=resolution] textarea[name=note]").fill("Talked for half an hour.");
        page.locator("input[name=nextContactAt]").fill("2030-01-01T10:00");
        page.getByLabel("Go on").check();
        button(page, "Resolve the case").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static ContainsTextOptions within(double milliseconds) {
        return new ContainsTextOptions().setTimeout(milliseconds);
    }
}
