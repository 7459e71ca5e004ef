package aftercare.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * An admin who has never seen the journey's pages builds three messages in both languages, tries them out on an invented patient, has them
 * approved and publishes them; then a patient gets the first. She goes only by the words on the pages.
 */
@EnabledIfEnvironmentVariable(named = Desk.CHROMIUM, matches = ".+", disabledReason = Desk.NO_CHROMIUM)
class JourneyBuiltTest {
    private static final String PATIENT = "+12025550162";

    @TempDir
    Path data;

    @Test
    void three_messages_in_both_languages_are_built_dry_run_and_published() {
        try (var clinic = Clinic.open(data);
                var mira = Desk.open()) {
            mira.signIn(clinic.url("console"), "mira");
            mira.follow("Journey");
            mira.press("Start an empty draft");
            assertThat(mira.page().locator("main")).containsText("There is no message yet");

            add(mira, "The opt-in text");
            add(mira, "A reminder before a visit");
            mira.follow("A check after a visit");
            breakAndMend(mira);

            dryRun(mira);
            publish(mira);

            assertThat(clinic.api("mira", "journeys", "/v1/journeys/default/versions/current")
                            .at("/journey/touchpoints")
                            .size())
                    .isEqualTo(3);
            clinic.fhir("Patient", "noor", Fhir.patient("noor", "Noor", "Haddad", PATIENT, "America/New_York"));
            clinic.playThrough(clinic.now().plus(Duration.ofDays(1)));
            assertThat(clinic.textsOnceThereAre(1, PATIENT, Duration.ofSeconds(30)))
                    .first()
                    .asString()
                    .contains("you will get texts about your visits");
        }
    }

    private static void add(Desk mira, String kind) {
        mira.follow(kind);
        assertThat(preview(mira)).containsText("Nothing to mend.");
        mira.press("Save in the draft");
        assertThat(mira.page().getByText("is saved in the draft")).isVisible();
    }

    /** A mistake in one language is told while she types, and again where she saves. */
    private static void breakAndMend(Desk mira) {
        var page = mira.page();
        var spanish = page.locator("textarea[name='text.es']");
        var words = spanish.inputValue();
        spanish.fill("{clinic}: {mood}?");
        assertThat(preview(mira)).containsText("{mood}");
        mira.press("Save in the draft");
        assertThat(page.locator("main")).containsText("To mend before it can be published");

        page.locator("textarea[name='text.es']").fill(words);
        assertThat(preview(mira)).containsText("Nothing to mend.");
        mira.press("Save in the draft");
        assertThat(page.locator(".picture")).containsText("Check after a visit");
        assertThat(page.locator("[data-touchpoint]")).hasCount(3);
    }

    private static Locator preview(Desk mira) {
        return mira.page().locator("#preview");
    }

    private static void dryRun(Desk mira) {
        mira.follow("Dry run");
        var page = mira.page();
        for (var language : List.of("Spanish", "English")) {
            page.getByLabel("Language").selectOption(new SelectOption().setLabel(language));
            mira.press("Show what would be said");
            assertThat(page.locator("#result .bubble[lang=" + (language.equals("Spanish") ? "es" : "en") + "]")
                            .first())
                    .isVisible();
        }
        assertThat(page.locator("#result")).containsText("5 texts would go");
        assertThat(page.locator("#result time strong").allInnerTexts()).allMatch("10:00"::equals);

        var firstSession = page.getByLabel("Session 1").inputValue();
        page.getByLabel("Agreed to texts at").fill(firstSession);
        mira.press("Show what would be said");
        assertThat(page.locator("#result [data-touchpoint=T02].is-dropped").first())
                .containsText("Not sent: ");
    }

    private static void publish(Desk mira) {
        var page = mira.page();
        mira.follow("Approvals");
        for (var text : page.getByLabel("I have read").all()) {
            text.check();
        }
        mira.press("Approve the ticked texts in my name");
        assertThat(page.locator("main")).containsText("Nothing waits");
        mira.follow("Draft");
        mira.follow("Review and publish");
        assertThat(page.locator("main")).containsText("is new");
        mira.button("Publish").click();
        assertThat(page.locator("main")).containsText("3 messages");
    }
}
