package aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The journey's pages as a browser gets them. */
class JourneyPagesIT extends HarborPages {

    @Test
    void home_shows_versions_the_draft_what_nobody_approved_pauses_and_closures() throws Exception {
        assertThat(as("mira").get("/journeys").body())
                .contains("In force: version", "1 text in force has been approved by nobody", "thing</span> to mend")
                .contains(
                        "One message T11",
                        "Thanksgiving",
                        "patients stay on an earlier version",
                        "Undo: the former version again")
                .contains("America/New_York");
    }

    @Test
    void staff_read_and_only_admins_write() throws Exception {
        assertThat(page("/journeys")).contains("In force: version").doesNotContain("Undo: the former version again");
        assertThat(page("/journeys/versions/current")).contains("After a session ended", "Next-day check", "nobody");
        assertThat(visitor.get("/journeys/draft").statusCode()).isEqualTo(403);
        assertThat(page("/journeys/pauses")).contains("wording").doesNotContain("action=\"/journeys/closures\"");
    }

    @Test
    void the_draft_is_a_picture_and_a_list_with_what_is_to_mend() throws Exception {
        assertThat(as("mira").get("/journeys/draft").body())
                .contains("is no span such as 09:00-20:00", "1 day after", "1 day before")
                .contains("/journeys/draft/touchpoints/T11", "Copy T11", "Remove T11", "E02", "journey: default");
    }

    @Test
    void an_edited_message_goes_back_whole_with_the_tag_it_was_read_with() throws Exception {
        var mira = as("mira");
        var form = mira.get("/journeys/draft/touchpoints/T11").body();
        assertThat(form).contains("Mood 0-10?", "value=\"tag11\"", "Fixed texts that answer");

        mira.submit(
                "/journeys/draft/touchpoints/T11",
                "/journeys/draft/touchpoints/T11",
                Map.ofEntries(
                        Map.entry("was", "tag11"),
                        Map.entry("base", "{\"covers\":[\"E01\"],\"window\":\"10:00-13:00\"}"),
                        Map.entry("id", "T11"),
                        Map.entry("name", "Check"),
                        Map.entry("purpose", "CHECK_IN"),
                        Map.entry("priority", "90"),
                        Map.entry("anchor", "COMPLETED"),
                        Map.entry("offset.days", "1"),
                        Map.entry("offset.hours", "2"),
                        Map.entry("offset.side", "AFTER"),
                        Map.entry("window.from", "11:00"),
                        Map.entry("window.to", "13:00"),
                        Map.entry("text.en", "Mood?"),
                        Map.entry("asks.form", "NUMBER"),
                        Map.entry("asks.min", "0"),
                        Map.entry("asks.max", "10"),
                        Map.entry("asks.riskAnswers", "0, 1"),
                        Map.entry("asks.answerWithin.amount", "20"),
                        Map.entry("asks.answerWithin.unit", "HOURS"),
                        Map.entry("answerTo", "1"),
                        Map.entry("answer.en", "Thanks"),
                        Map.entry("reminderBy", "AFTER"),
                        Map.entry("reminder.after.days", "1"),
                        Map.entry("numbersBy", "RANGE"),
                        Map.entry("when.numbers.from", "2")));

        assertThat(HARBOR.journeys.posted())
                .singleElement()
                .asString()
                .startsWith("/v1/journeys/default/draft/touchpoints/T11")
                .contains("\"was\":\"tag11\"", "\"offset\":\"P1DT2H\"", "\"window\":\"11:00-13:00\"", "\"priority\":90")
                .contains(
                        "\"riskAnswers\":[\"0\",\"1\"]",
                        "\"answerWithin\":\"PT20H\"",
                        "\"answers\":{\"1\":{\"en\":\"Thanks\"}}")
                .contains("\"reminder\":{\"after\":\"P1D\"}", "\"numbers\":{\"from\":2}");
    }

    @Test
    void a_mistake_is_told_beside_the_message_that_has_it() throws Exception {
        assertThat(as("mira").get("/journeys/draft/touchpoints/T06").body())
                .contains("To mend before it can be published", "is no span such as");
        assertThat(as("mira")
                        .get("/journeys/draft/touchpoints/new?kind=CHECK_IN")
                        .body())
                .contains("A new message", "Check after a visit", "value=\"T01\"");
        assertThat(as("mira").get("/journeys/draft/touchpoints/new?of=T11").body())
                .contains("Next-day check (copy)");
        assertThat(as("mira").get("/journeys/draft/topics/E02").body()).contains("Topic E02", "Legal");
    }

    @Test
    void the_preview_shows_parts_lint_and_mistakes_and_a_test_goes_to_ones_own_phone() throws Exception {
        var mira = as("mira");
        var preview = mira.submit(
                "/journeys/draft/touchpoints/T06",
                "/journeys/draft/touchpoints/T06/preview",
                Map.of("text.en", "Hello"));
        assertThat(preview.body())
                .contains(
                        "Harbor Clinic: visit",
                        "GSM-7",
                        "one part",
                        "It has a link",
                        "is no span",
                        "Send it to my own phone")
                .doesNotContain("<html");
        assertThat(mira.submit(
                                "/journeys/draft/touchpoints/T06",
                                "/journeys/draft/touchpoints/T06/test-text",
                                Map.of("field", "text.en"))
                        .body())
                .contains("Sent to your own phone");
    }

    @Test
    void a_clinician_approves_what_was_ticked() throws Exception {
        assertThat(page("/journeys/approvals")).contains("I have read", "T06", "Harbor Clinic: visit");

        assertThat(visitor.submit("/journeys/approvals", "/journeys/approvals", Map.of("read", "T06|d6"))
                        .body())
                .contains("One text is approved in your name.");

        assertThat(HARBOR.journeys.posted())
                .anyMatch(posted -> posted.startsWith("/v1/journeys/default/approvals")
                        && posted.contains("\"id\":\"T06\"")
                        && posted.contains("\"digest\":\"d6\""));
    }

    @Test
    void the_review_tells_fields_effect_and_expected_pages_and_publishes_only_what_is_ready() throws Exception {
        var mira = as("mira");
        assertThat(mira.get("/journeys/draft/review").body())
                .contains("10:00-13:00", "11:00-13:00", "is new", "This is a sample of", "after the clocks change")
                .contains("Expected pages of on-call", ">0.4<", "T06")
                .doesNotContain("name=\"inFlight\"");

        new HarborJourney(HARBOR.journeys, Instant.now()).review(true);
        assertThat(mira.get("/journeys/draft/review").body())
                .contains("name=\"inFlight\"", "stay on the version they are on");
        HARBOR.journeys.answers("/v1/journeys/default/draft/publication", """
                {"number":5,"state":"SCHEDULED","inFlight":"STAY","publishedAt":"2026-03-02T10:00:00Z","publishedBy":"mira"}""");
        var home = mira.submit(
                "/journeys/draft/review",
                "/journeys/draft/publication",
                Map.of("was", "whole", "inFlight", "STAY", "when", "LATER", "at", "2026-03-09T09:00"));

        assertThat(home.body()).contains("Scheduled. It takes effect by itself");
        assertThat(HARBOR.journeys.posted())
                .last()
                .asString()
                .contains("\"was\":\"whole\"", "\"inFlight\":\"STAY\"", "2026-03-09T13:00:00Z");
    }

    @Test
    void a_dry_run_tells_local_times_words_and_why_something_is_dropped() throws Exception {
        var run = visitor.submit(
                "/journeys/dry-run",
                "/journeys/dry-run",
                Map.of(
                        "journey", "draft",
                        "who", "REAL",
                        "patientId", "jordan",
                        "moveId", "visit-1",
                        "moveTo", "2026-03-05T14:00"));

        assertThat(run.body())
                .contains(
                        "Harbor Clinic: mood?", "after the clocks change", "Too little time is left before the visit.")
                .contains(", reminder", "Move the visits", "America/New_York");
        assertThat(HARBOR.journeys.posted())
                .last()
                .asString()
                .contains("\"patientId\":\"jordan\"", "\"appointmentId\":\"visit-1\"", "2026-03-05T19:00:00Z");
    }

    @Test
    void pauses_closures_and_rates() throws Exception {
        var mira = as("mira");
        mira.submit(
                "/journeys/pauses",
                "/journeys/pauses",
                Map.of("scope", "TOUCHPOINT", "touchpoint", "T11", "until", "2026-03-05T14:00", "reason", "wording"));
        assertThat(HARBOR.journeys.posted())
                .last()
                .asString()
                .contains("\"touchpoint\":\"T11\"", "2026-03-05T19:00:00Z", "\"reason\":\"wording\"");
        assertThat(mira.get("/journeys/pauses").body())
                .contains("Resume", "Thanksgiving", "Enter the federal holidays of");
        assertThat(page("/journeys/rates")).contains("12 of 40 (30 %)", "1 of 40 (3 %)");
    }
}
