package aftercare.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.access.Role;
import aftercare.testkit.TestClocks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Days on which the clinic is closed: each touchpoint goes, moves or is dropped as its journey says, and goes on when the days are removed. */
class ClosuresIT extends Scene {
    private static final String CLOSURES = "/v1/journeys/closures";
    private static final String HOLIDAYS = CLOSURES + "/federal-holidays/";

    @BeforeEach
    void a_journey_of_three_tips_two_days_after_consent() {
        follow(
                "budget: {perDay: 5, perSessionDay: 5, perWeek: 12}",
                tip("GOES", "GO"),
                tip("MOVES", "MOVE"),
                tip("DROPS", "DROP"));
    }

    @AfterEach
    void open_again() {
        call(HttpMethod.GET, CLOSURES, null, Role.ADMIN)
                .json()
                .forEach(closure -> remove(closure.path("id").asString("")));
    }

    @Test
    void a_closure_drops_or_moves_what_falls_on_it_and_removing_it_puts_it_back() {
        var patient = enrolled();
        awaitPlan(patient, "DROPS", "PLANNED");
        assertThat(opensAt(patient, "MOVES")).isEqualTo(local(2, 10, 0));

        var closure = closed(day(2), day(3), "Staff days");

        awaitPlan(patient, "DROPS", "WITHDRAWN CLINIC_CLOSED");
        awaitOpens(patient, "MOVES", 4);
        assertThat(stands(patient, "MOVES")).isEqualTo("PLANNED");
        assertThat(stands(patient, "GOES")).isEqualTo("PLANNED");
        assertThat(opensAt(patient, "GOES")).isEqualTo(local(2, 10, 0));

        assertThat(remove(closure).status()).isEqualTo(200);

        awaitPlan(patient, "DROPS", "PLANNED");
        awaitOpens(patient, "MOVES", 2);
        assertThat(remove(closure).status()).isEqualTo(404);
    }

    @Test
    void on_the_day_itself_only_what_goes_all_the_same_is_asked_for() {
        var patient = enrolled();
        closed(day(2), day(2), "Staff day");
        awaitPlan(patient, "DROPS", "WITHDRAWN CLINIC_CLOSED");

        TestClocks.forwardTo(service, local(2, 10, 0).plusSeconds(1));
        awaitRequested(patient, "GOES");
        awaitQuiet();
        assertThat(timesAsked(patient, "DROPS") + timesAsked(patient, "MOVES")).isZero();

        TestClocks.forwardTo(service, local(3, 10, 0).plusSeconds(1));
        awaitRequested(patient, "MOVES");
        awaitQuiet();
        assertThat(timesAsked(patient, "DROPS")).isZero();
    }

    @Test
    void what_finds_no_open_day_within_a_week_is_dropped() {
        var patient = enrolled();

        closed(day(2), day(9), "Rebuilding");

        awaitPlan(patient, "MOVES", "WITHDRAWN CLINIC_CLOSED");
        assertThat(stands(patient, "GOES")).isEqualTo("PLANNED");
    }

    @Test
    void the_federal_holidays_of_a_year_are_entered_once_also_where_new_year_is_observed_in_the_year_before() {
        int year = day(0).getYear() + 1;
        while (LocalDate.of(year, 1, 1).getDayOfWeek() != DayOfWeek.SATURDAY) {
            year++;
        }

        var entered = call(HttpMethod.POST, HOLIDAYS + year, "", Role.ADMIN);

        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.json()).hasSize(11);
        assertThat(call(HttpMethod.GET, CLOSURES, null, Role.STAFF).body())
                .contains(
                        "\"firstDay\":\"" + year + "-06-",
                        "\"firstDay\":\"" + (year - 1) + "-12-31",
                        "Juneteenth",
                        "Thanksgiving Day",
                        "\"enteredBy\":\"ada\"");
        assertThat(call(HttpMethod.POST, HOLIDAYS + year, "", Role.ADMIN).status())
                .isEqualTo(409);
        assertThat(call(HttpMethod.GET, CLOSURES, null, Role.STAFF).json()).hasSize(11);
        assertThat(call(HttpMethod.POST, HOLIDAYS + "20277", "", Role.ADMIN).status())
                .isEqualTo(422);
        assertThat(call(HttpMethod.POST, HOLIDAYS + "soon", "", Role.ADMIN).status())
                .isEqualTo(400);
    }

    @Test
    void who_closed_and_who_opened_again_is_on_the_record() {
        var closure = closed(day(2), day(3), "Staff days");
        remove(closure);

        assertThat(jdbc.sql("SELECT who || ' ' || what || ' ' || why FROM audit_entry WHERE about = :about ORDER BY id")
                        .param("about", "closure/" + closure)
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("ada ClosureEntered")
                                .contains(day(2).toString(), day(3).toString()),
                        second -> assertThat(second).startsWith("ada ClosureRemoved"));
    }

    @Test
    void days_that_are_none_are_refused_in_words_and_only_admins_close() {
        int before = count("closure");
        assertThat(close(day(3).toString(), day(2).toString(), "x"))
                .startsWith("422 ")
                .contains("The last day lies before the first");
        assertThat(close("Thanksgiving", day(2).toString(), "x"))
                .matches("400 .*firstDay.*")
                .doesNotContain("Thanksgiving");
        assertThat(close(day(2).toString(), "2027-02-30", "x")).matches("400 .*lastDay.*");
        assertThat(close(day(2).toString(), day(2).toString(), " ")).matches("400 .*name must not be blank.*");
        assertThat(close(day(2).toString(), day(2).toString(), "x".repeat(81))).startsWith("400 ");
        assertThat(remove("no-uuid").status()).isEqualTo(400);
        assertThat(remove(UUID.randomUUID().toString()).status()).isEqualTo(404);

        var entry = entry(day(2).toString(), day(2).toString(), "x");
        for (var role : new Role[] {Role.STAFF, Role.CLINICIAN, Role.FRONT_DESK, Role.OPERATOR, Role.SERVICE}) {
            assertThat(call(HttpMethod.POST, CLOSURES, entry, role).status()).isEqualTo(403);
            assertThat(call(HttpMethod.DELETE, CLOSURES + "/" + UUID.randomUUID(), null, role)
                            .status())
                    .isEqualTo(403);
            assertThat(call(HttpMethod.POST, HOLIDAYS + day(0).getYear(), "", role)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(call(HttpMethod.GET, CLOSURES, null, Role.OPERATOR).status()).isEqualTo(403);
        assertThat(call(HttpMethod.GET, CLOSURES, null).status()).isEqualTo(401);
        assertThat(count("closure")).isEqualTo(before);
    }

    private static String tip(String id, String whenClosed) {
        return """
                  - id: %s
                    name: Tip
                    purpose: EDUCATION
                    priority: 10
                    anchor: CONSENT
                    offset: P2D
                    window: 10:00-18:00
                    oncePer: PATIENT
                    maxAge: P14D
                    whenClosed: %s
                    text:
                      en: "{clinic}: a walk a day is good for you. Questions? Call {phone}."
                """.formatted(id, whenClosed);
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(noon, NEW_YORK).plusDays(days);
    }

    private void awaitOpens(Somebody patient, String touchpoint, int days) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(opensAt(patient, touchpoint)).isEqualTo(local(days, 10, 0)));
    }

    /** The new closure's id. */
    private String closed(LocalDate first, LocalDate last, String name) {
        var answer = call(HttpMethod.POST, CLOSURES, entry(first.toString(), last.toString(), name), Role.ADMIN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get(0).path("id").asString("");
    }

    private String close(String first, String last, String name) {
        var answer = call(HttpMethod.POST, CLOSURES, entry(first, last, name), Role.ADMIN);
        return answer.status() + " " + answer.body();
    }

    private static String entry(String first, String last, String name) {
        return "{\"firstDay\":\"" + first + "\",\"lastDay\":\"" + last + "\",\"name\":\"" + name + "\"}";
    }

    private Response remove(String closure) {
        return call(HttpMethod.DELETE, CLOSURES + "/" + closure, null, Role.ADMIN);
    }
}
