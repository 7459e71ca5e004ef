package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.EscalationId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

/** S7, and S1's two exceptions. */
class ConsentIT extends Scene {
    @LocalServerPort
    int port;

    @Test
    void an_offer_is_a_grant_the_first_time_and_is_told() {
        var patient = somebody();
        chart(patient);
        var granted = topics.await(OptedIn.class, patient.id().value());
        assertThat(granted.via()).isEqualTo(ConsentChannel.OFFER);
        chart(patient);
        assertThat(topics.facts(OptedIn.class, patient.id().value())).hasSize(1);
    }

    @Test
    void without_an_offer_nothing_is_sent() {
        var patient = somebody();
        chart(patient, List.of(patient.number()), false, null, null);
        awaitWaiting(request(patient, Purpose.OPT_IN, "Welcome"), "CONSENT");
        assertThat(bodiesTo(patient)).isEmpty();
    }

    @Test
    void stop_is_in_force_when_the_carrier_hears_200_also_for_what_is_queued() {
        var patient = enrolled();
        var queued = request(patient, Purpose.LOGISTICS, "Tomorrow at ten", tomorrow(), 0, null, null);
        awaitState(queued, "QUEUED");
        reply(patient, "Stop.");
        assertThat(state(queued)).isEqualTo("SKIPPED");
        assertThat(column(queued, "skip_reason")).isEqualTo("OPTED_OUT");
        assertThat(topics.await(OptedOut.class, patient.id().value()).via()).isEqualTo(ConsentChannel.KEYWORD);
        awaitSkipped(request(patient, Purpose.CHECK_IN, "How are you?"), "OPTED_OUT");
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void no_chart_undoes_an_opt_out_not_even_one_with_a_new_number() {
        var patient = enrolled();
        reply(patient, "STOP");
        chart(patient);
        awaitSkipped(request(patient, Purpose.CHECK_IN, "Again?"), "OPTED_OUT");
        var moved = somebody();
        chart(patient, List.of(moved.number()), true, null, null);
        awaitSkipped(request(patient, Purpose.CHECK_IN, "On the new number?"), "OPTED_OUT");
        assertThat(carrier.textsTo(moved.number())).isEmpty();
        assertThat(topics.facts(OptedIn.class, patient.id().value())).hasSize(1);
    }

    @Test
    void start_undoes_it() {
        var patient = enrolled();
        routine(reply(patient, "STOP"));
        routine(reply(patient, "START"));
        awaitState(request(patient, Purpose.CHECK_IN, "How are you?"), "SENT");
        assertThat(topics.facts(OptedIn.class, patient.id().value()).getLast().via())
                .isEqualTo(ConsentChannel.KEYWORD);
    }

    @Test
    void one_stop_is_confirmed_once_and_only_after_its_verdict() {
        var patient = enrolled();
        var stop = reply(patient, "STOP");
        soon().until(() -> answers(stop).equals(List.of("OPT_OUT_CONFIRMATION QUEUED GATE")));
        assertThat(bodiesTo(patient)).hasSize(1);
        routine(stop);
        soon().until(() -> answers(stop).equals(List.of("OPT_OUT_CONFIRMATION SENT ")));
        var again = reply(patient, "STOP");
        routine(again);
        assertThat(answers(again)).isEmpty();
        assertThat(bodiesTo(patient)).hasSize(2).last().asString().contains("no more texts");
    }

    @Test
    void a_stop_in_a_crisis_opts_out_and_is_not_answered() {
        var patient = enrolled();
        var stop = reply(patient, "stop");
        crisis(stop);
        soon().until(() -> answers(stop).equals(List.of("OPT_OUT_CONFIRMATION SKIPPED ")));
        topics.await(OptedOut.class, patient.id().value());
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void a_stop_while_a_case_is_open_is_not_answered() {
        var patient = enrolled();
        var first = reply(patient, "x");
        crisis(first);
        caseOpened(EscalationId.random(), patient, first, clock.instant());
        var stop = reply(patient, "stop");
        routine(stop);
        soon().until(() -> answers(stop).equals(List.of("OPT_OUT_CONFIRMATION QUEUED GATE")));
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void help_gets_the_fixed_text_after_its_verdict_also_beside_a_concern() {
        var patient = enrolled();
        verdict(reply(patient, "bit dizzy"), Level.CONCERN, Urgency.SOON, false);
        var help = reply(patient, "help");
        routine(help);
        soon().until(() -> answers(help).equals(List.of("HELP SENT ")));
        assertThat(bodiesTo(patient).getLast()).contains("Harbor Clinic", "988", "911", "+12025550100", "STOP");
    }

    @Test
    void a_stranger_can_ask_for_help() {
        var stranger = somebody();
        var help = reply(stranger, "HELP");
        routine(help);
        soon().until(() -> answers(help).equals(List.of("HELP SENT ")));
        assertThat(bodiesTo(stranger)).hasSize(1);
    }

    @Test
    void what_the_carrier_has_answered_is_obeyed_and_not_answered_again() {
        var patient = enrolled();
        var status = carrier.post(
                webhook(),
                Map.of(
                        "MessageSid",
                        "SM" + patient.id(),
                        "From",
                        patient.number(),
                        "To",
                        CLINIC,
                        "Body",
                        "arrêt",
                        "OptOutType",
                        "STOP"));
        assertThat(status).isEqualTo(200);
        var stop = replyOf("SM" + patient.id()).orElseThrow();
        topics.await(OptedOut.class, patient.id().value());
        routine(stop);
        assertThat(answers(stop)).isEmpty();
    }

    @Test
    void a_wish_to_stop_in_free_words_opts_out_with_the_verdict() {
        var patient = enrolled();
        var wish = reply(patient, "please no more of these");
        verdict(wish, Level.ROUTINE, null, true);
        assertThat(topics.await(OptedOut.class, patient.id().value()).via()).isEqualTo(ConsentChannel.FREE_TEXT);
        soon().until(() -> answers(wish).equals(List.of("OPT_OUT_CONFIRMATION SENT ")));
    }

    @Test
    void a_late_verdict_does_not_opt_out_whoever_said_start_since() {
        var patient = enrolled();
        var wish = reply(patient, "please no more of these");
        var start = reply(patient, "START");
        reply(patient, "STOP");
        routine(reply(patient, "START"));
        verdict(wish, Level.ROUTINE, null, true);
        routine(start);
        assertThat(topics.facts(OptedOut.class, patient.id().value()))
                .extracting(OptedOut::via)
                .containsExactly(ConsentChannel.KEYWORD);
    }

    @Test
    void staff_enter_what_a_patient_said_with_a_reason_and_their_name() {
        var patient = enrolled();
        assertThat(enter(patient, "{\"granted\":false,\"reason\":\"\"}").value())
                .isEqualTo(400);
        assertThat(enter(patient, "{\"granted\":false,\"reason\":\"Said so on the phone\"}")
                        .value())
                .isEqualTo(200);
        assertThat(topics.await(OptedOut.class, patient.id().value()).via()).isEqualTo(ConsentChannel.STAFF);
        assertThat(enter(patient, "{\"granted\":true,\"reason\":\"Changed her mind\"}")
                        .value())
                .isEqualTo(200);
        awaitState(request(patient, Purpose.CHECK_IN, "How are you?"), "SENT");
        assertThat(jdbc.sql("SELECT who FROM consent_entry WHERE patient_id = :id AND via = 'STAFF'")
                        .param("id", patient.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("rosa", "rosa");
    }

    @Test
    void the_dead_and_the_merged_are_not_texted() {
        var dead = enrolled();
        var queued = request(dead, Purpose.CHECK_IN, "How are you?", tomorrow(), 0, null, null);
        awaitState(queued, "QUEUED");
        chart(dead, List.of(dead.number()), true, null, clock.instant());
        awaitSkipped(queued, "DECEASED");

        var survivor = enrolled();
        var merged = enrolled();
        reply(merged, "STOP");
        chart(merged, List.of(merged.number()), true, survivor.id(), null);
        awaitSkipped(request(merged, Purpose.CHECK_IN, "How are you?"), "NO_NUMBER");
        awaitSkipped(request(survivor, Purpose.CHECK_IN, "How are you?"), "OPTED_OUT");
        var fromOldNumber = reply(merged, "hello");
        assertThat(jdbc.sql("SELECT patient_id FROM reply_patient WHERE reply_id = :id")
                        .param("id", fromOldNumber.value())
                        .query(String.class)
                        .list())
                .containsExactly(survivor.id().value());
    }

    private List<String> answers(ReplyId reply) {
        return jdbc.sql("""
                SELECT kind || ' ' || state || ' ' || coalesce(waits_for, '') FROM message
                 WHERE answers_reply_id = :reply AND kind <> 'REQUESTED'
                """)
                .param("reply", reply.value())
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private HttpStatusCode enter(Somebody patient, String body) {
        return RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/patients/{id}/consent", patient.id().value())
                .header("Authorization", "Bearer " + Tokens.ofStaff("rosa", "messaging", Role.STAFF))
                .header("Content-Type", "application/json")
                .body(body)
                .exchange((request, response) -> response.getStatusCode());
    }

    private Window tomorrow() {
        var now = clock.instant();
        return new Window(now.plus(Duration.ofHours(23)), now.plus(Duration.ofHours(30)));
    }
}
