package aftercare.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a browser: everybody can use them, by thumb and by keyboard, and none shows old things as fresh. */
@EnabledIfEnvironmentVariable(
        named = "AFTERCARE_CHROMIUM",
        matches = ".+",
        disabledReason = "No Chromium: run ./aftercare test, which finds or installs one")
class BrowserIT extends HarborPages {
    private static final int WIDTH_OF_A_PHONE = 390;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv("AFTERCARE_CHROMIUM")))
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void mend() {
        HARBOR.escalation.mend();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/escalations/" + Harbor.K7,
                "/work",
                "/patients/jordan",
                "/patients",
                "/patients?list=fallen",
                "/patients?list=due",
                "/patients/jordan/safety-plan",
                "/lines/" + Harbor.LINE,
                "/wall",
                "/handover",
                "/statistics",
                "/journeys",
                "/journeys/versions/current",
                "/journeys/draft",
                "/journeys/draft/touchpoints/T11",
                "/journeys/draft/touchpoints/new?kind=OPT_IN",
                "/journeys/draft/topics/E02",
                "/journeys/draft/review",
                "/journeys/approvals",
                "/journeys/dry-run",
                "/journeys/pauses",
                "/journeys/rates"
            })
    void a_page_is_usable_by_everybody_and_fits_a_phone(String path) throws Exception {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = path.startsWith("/journeys") ? signedIn(scheme, "mira") : signedIn(scheme);
            page.navigate(visitor.at(path).toString());
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));

            assertThat(
                            page.evaluate(
                                    "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']})).violations.map(v => v.id + ' ' + v.nodes[0].target)"))
                    .as("%s, %s", path, scheme)
                    .isEqualTo(List.of());
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s is no wider than a phone", path)
                    .isLessThanOrEqualTo(WIDTH_OF_A_PHONE);
            page.context().close();
        }
    }

    @Test
    void a_page_that_can_not_fetch_says_since_when_it_is_old_until_a_fetch_has_worked() throws Exception {
        HARBOR.escalation.answers("/v1/changes", "{\"sequence\":1}");
        var page = signedIn(ColorScheme.LIGHT);
        page.navigate(visitor.at("/").toString());
        assertThat(page.locator("#lost")).isHidden();

        HARBOR.escalation.breakDown("/v1/changes");
        assertThat(page.locator("#lost")).containsText("Connection lost since");
        assertThat(page.locator("body.is-old")).hasCount(1);

        HARBOR.escalation.mend();
        assertThat(page.locator("#lost")).isHidden();
        page.context().close();
    }

    @Test
    void what_nobody_has_is_in_the_title_and_a_new_one_comes_by_itself() throws Exception {
        HARBOR.cases();
        HARBOR.escalation.answers("/v1/changes", "{\"sequence\":1}");
        var page = signedIn(ColorScheme.LIGHT);
        page.navigate(visitor.at("/").toString());
        assertThat(page.getByText("Nobody needs you right now")).isVisible();

        HARBOR.busyNight();
        HARBOR.escalation.answers("/v1/changes", "{\"sequence\":2}");

        assertThat(page.locator("[data-needs-human]")).containsText("Crisis");
        assertThat(page.title()).startsWith("(1)");
        page.getByText("Sound is off").click();
        assertThat(page.locator("#sound[aria-pressed=true]")).containsText("Sound is on");
        page.reload();
        assertThat(page.locator("#sound[aria-pressed=true]")).hasCount(1);
        page.context().close();
    }

    @Test
    void work_is_done_and_undone_by_keyboard() throws Exception {
        var page = signedIn(ColorScheme.LIGHT);
        page.navigate(visitor.at("/work").toString());

        page.keyboard().press("j");
        page.keyboard().press("e");
        page.keyboard().type("read it");
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).containsText("Done.");
        assertThat(page.locator("#w-" + Harbor.CONCERN)).hasCount(0);
        page.locator("h1").click();
        page.keyboard().press("u");
        assertThat(page.locator("#undo")).containsText("Taken back");

        assertThat(HARBOR.escalation.posted())
                .contains(
                        "/v1/work-items/" + Harbor.CONCERN + "/closure {\"note\":\"read it\"}",
                        "/v1/work-items/" + Harbor.CONCERN + "/reopening {}");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        page.context().close();
    }

    @Test
    void a_step_is_ticked_where_it_stands() throws Exception {
        var page = signedIn(ColorScheme.DARK);
        page.navigate(visitor.at("/escalations/" + Harbor.K7).toString());
        HARBOR.protocol(true);

        page.locator("#tick-CALL").click();

        assertThat(page.locator("#tick-CALL[aria-checked=true]")).hasCount(1);
        assertThat(page.locator("h1")).containsText("K7");
        page.context().close();
    }

    private Page signedIn(ColorScheme scheme) {
        return signedIn(scheme, "rosa");
    }

    private Page signedIn(ColorScheme scheme, String staff) {
        var page = browser.newContext(new NewContextOptions()
                        .setViewportSize(WIDTH_OF_A_PHONE, 844)
                        .setColorScheme(scheme))
                .newPage();
        page.navigate(visitor.at("/login").toString());
        page.getByLabel("Staff id").fill(staff);
        page.getByLabel("Password").fill("demo-" + staff);
        page.locator("button[type=submit]").click();
        return page;
    }

    private static String axe() throws IOException {
        try (var script = Objects.requireNonNull(BrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
