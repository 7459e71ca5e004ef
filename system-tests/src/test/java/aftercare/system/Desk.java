package aftercare.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A member of staff at a browser, who finds things by the words on the page. */
final class Desk implements AutoCloseable {
    /** Where Chromium is; {@code ./aftercare test} finds or installs it. */
    static final String CHROMIUM = "AFTERCARE_CHROMIUM";

    static final String NO_CHROMIUM = "No Chromium: run ./aftercare test, which finds or installs one";
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private Desk(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = browser.newPage();
    }

    static Desk open() {
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Desk(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(Path.of(System.getenv(CHROMIUM)))
                                .setChromiumSandbox(false)
                                .setArgs(QUIET)));
    }

    Page page() {
        return page;
    }

    /** With the password that staff have in a demo. */
    void signIn(String console, String staffId) {
        page.navigate(console);
        page.getByLabel("Staff id").fill(staffId);
        page.getByLabel("Password").fill("demo-" + staffId);
        press("Sign in");
    }

    void press(String button) {
        button(button).click();
    }

    /** A link, also one that looks like a button. */
    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .or(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(link).setExact(true)))
                .first()
                .click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
