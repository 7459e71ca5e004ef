package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageDelivered;
import aftercare.schemas.messaging.MessageSending;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.MessageUncertain;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import aftercare.testkit.CarrierAnswer;
import aftercare.testkit.TestClocks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** S6: at most once, inside the window, and the truth about what became of it. */
class SendingIT extends Scene {
    @Autowired
    ApplicationContext service;

    @Test
    void the_opt_in_goes_before_anything_else_whatever_was_asked_first() {
        var patient = somebody();
        chart(patient);
        var checkIn = request(patient, Purpose.CHECK_IN, "How are you?", openWindow(), 9, null, null);
        awaitWaiting(checkIn, "OPT_IN");
        assertThat(bodiesTo(patient)).isEmpty();

        var optIn = request(patient, Purpose.OPT_IN, "Welcome");
        awaitState(optIn, "SENT");
        awaitState(checkIn, "SENT");
        assertThat(bodiesTo(patient)).containsExactly("Welcome", "How are you?");
    }

    @Test
    void receipts_tell_each_step_once_and_in_order_however_the_carrier_repeats_itself() {
        var patient = enrolled();
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitState(message, "SENT");
        var text = carrier.textsTo(patient.number()).getLast();
        assertThat(carrier.report(text, "delivered")).isEqualTo(204);
        assertThat(carrier.report(text, "sent")).isEqualTo(204);
        assertThat(carrier.report(text, "delivered")).isEqualTo(204);
        assertThat(carrier.report(text, "undelivered")).isEqualTo(204);
        awaitState(message, "DELIVERED");
        topics.await(MessageDelivered.class, patient.id().value());

        var facts = topics.on("messaging.receipts", patient.id().value()).stream()
                .map(event -> event.payload())
                .filter(fact -> fact.toString().contains(message.toString()))
                .map(fact -> fact.getClass().getSimpleName())
                .toList();
        assertThat(facts).containsExactly("MessageSending", "MessageSent", "MessageDelivered");
        assertThat(topics.facts(MessageSent.class, patient.id().value())
                        .getLast()
                        .carrierId())
                .isEqualTo(text.sid());
    }

    @Test
    void a_status_callback_with_an_unknown_token_changes_nothing() {
        var status = carrier.post(
                publicUrl.resolve("/webhooks/twilio/status/forged"),
                Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
        assertThat(status).isEqualTo(404);
    }

    @Test
    void a_text_the_carrier_took_too_fast_goes_again_and_arrives_once() {
        var patient = enrolled();
        carrier.next(new CarrierAnswer.Refuse(429, 20429), new CarrierAnswer.Refuse(429, 20429));
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitState(message, "SENT");
        assertThat(bodiesTo(patient)).containsOnlyOnce("How are you?");
        assertThat(carrier.posts()).isEqualTo(4);
    }

    static List<CarrierAnswer> doubts() {
        return List.of(new CarrierAnswer.Fail(true), new CarrierAnswer.Hang(true), new CarrierAnswer.Drop(true));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void a_call_that_ends_in_doubt_is_never_repeated_and_settles_by_the_carriers_list(CarrierAnswer doubt) {
        var patient = enrolled();
        carrier.next(doubt);
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        topics.await(MessageUncertain.class, patient.id().value());
        awaitState(message, "SENT");
        assertThat(bodiesTo(patient)).containsOnlyOnce("How are you?");
        assertThat(carrier.posts()).isEqualTo(2);
        assertThat(topics.await(MessageSent.class, patient.id().value()).carrierId())
                .isNotNull();
    }

    @Test
    void a_callback_alone_proves_that_a_doubtful_text_went() {
        var patient = enrolled();
        carrier.next(new CarrierAnswer.Fail(true));
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        soon().until(() -> carrier.textsTo(patient.number()).size() == 2);
        carrier.report(carrier.textsTo(patient.number()).getLast(), "delivered");
        awaitState(message, "DELIVERED");
        assertThat(carrier.posts()).isEqualTo(2);
    }

    @Test
    void a_doubt_that_nothing_settles_ends_as_unknown_with_the_window_and_is_never_sent_again() {
        var patient = enrolled();
        carrier.next(new CarrierAnswer.Fail(false));
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitState(message, "UNCERTAIN");
        TestClocks.forward(service, Duration.ofHours(9));
        awaitState(message, "UNKNOWN");
        assertThat(carrier.posts()).isEqualTo(2);
        soon().until(() -> topics.facts(MessageUncertain.class, patient.id().value()).stream()
                .map(MessageUncertain::settled)
                .toList()
                .equals(List.of(false, true)));
    }

    @Test
    void a_text_found_in_the_middle_of_sending_after_a_crash_is_not_sent_again() {
        var patient = enrolled();
        // What a killed process leaves: begun and committed, and its lease has run out.
        var message = request(patient, Purpose.CHECK_IN, "How are you?", tomorrow(), 0, null, null);
        awaitState(message, "QUEUED");
        jdbc.sql("""
                UPDATE message SET state = 'SENDING', line_id = (SELECT line_id FROM patient WHERE id = patient_id),
                       callback_lookup = id::text, sending_at = now(), sending_since = now(),
                       sending_until = now() - interval '1 second', sending_no = nextval('deed')
                 WHERE id = :id
                """).param("id", message.value()).update();
        awaitState(message, "UNCERTAIN");
        var next = request(patient, Purpose.CHECK_IN, "The next one");
        awaitState(next, "SENT");
        assertThat(bodiesTo(patient)).doesNotContain("How are you?");
        assertThat(carrier.posts()).isEqualTo(2);
    }

    @Test
    void a_certain_refusal_is_told_with_its_code_and_a_bad_number_is_not_texted_again() {
        var patient = enrolled();
        carrier.next(new CarrierAnswer.Refuse(400, 21614));
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitState(message, "REFUSED");
        assertThat(topics.await(MessageUndelivered.class, patient.id().value()).errorCode())
                .isEqualTo(21614);
        awaitSkipped(request(patient, Purpose.CHECK_IN, "Again?"), "NUMBER_REFUSED");
        assertThat(carrier.posts()).isEqualTo(2);
    }

    @Test
    void an_opt_out_that_only_the_carrier_knew_of_is_ours_from_then_on() {
        var patient = enrolled();
        var later = request(patient, Purpose.EDUCATION, "Later", tomorrow(), 0, null, null);
        awaitState(later, "QUEUED");
        carrier.next(new CarrierAnswer.Refuse(400, 21610));
        awaitState(request(patient, Purpose.CHECK_IN, "How are you?"), "REFUSED");
        awaitSkipped(later, "OPTED_OUT");
        assertThat(topics.await(OptedOut.class, patient.id().value()).via()).isEqualTo(ConsentChannel.CARRIER);
    }

    @Test
    void what_is_late_is_skipped_and_never_sent_late() {
        var patient = enrolled();
        var now = clock.instant();
        var message = request(
                patient,
                Purpose.CHECK_IN,
                "Too late",
                new Window(now.minusSeconds(7200), now.minusSeconds(1)),
                0,
                null,
                null);
        awaitSkipped(message, "WINDOW_CLOSED");
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void what_is_held_beyond_its_window_is_skipped_as_held() {
        var patient = enrolled();
        crisis(reply(patient, "x"));
        var message = request(patient, Purpose.CHECK_IN, "How are you?");
        awaitWaiting(message, "GATE");
        TestClocks.forward(service, Duration.ofHours(9));
        awaitSkipped(message, "HELD");
        assertThat(bodiesTo(patient)).hasSize(1);
    }

    @Test
    void a_text_waits_for_its_window_and_can_be_withdrawn_until_then() {
        var patient = enrolled();
        var kept = request(patient, Purpose.CHECK_IN, "Kept", tomorrow(), 0, null, null);
        var withdrawn = request(patient, Purpose.CHECK_IN, "Withdrawn", tomorrow(), 0, null, null);
        withdraw(patient, withdrawn);
        awaitSkipped(withdrawn, "WITHDRAWN");
        assertThat(state(kept)).isEqualTo("QUEUED");
        TestClocks.forward(service, Duration.ofHours(24));
        awaitState(kept, "SENT");
        assertThat(bodiesTo(patient)).contains("Kept").doesNotContain("Withdrawn");
        assertThat(topics.facts(MessageSending.class, patient.id().value())).hasSize(2);
    }

    @Test
    void of_several_due_texts_the_highest_priority_goes_first() {
        var patient = enrolled();
        var reply = reply(patient, "x");
        var low = request(patient, Purpose.EDUCATION, "low", openWindow(), 1, null, null);
        var high = request(patient, Purpose.CHECK_IN, "high", openWindow(), 9, null, null);
        awaitWaiting(low, "GATE");
        awaitWaiting(high, "GATE");
        routine(reply);
        awaitState(low, "SENT");
        awaitState(high, "SENT");
        assertThat(bodiesTo(patient)).endsWith("high", "low");
    }

    private Window tomorrow() {
        var now = clock.instant();
        return new Window(now.plus(Duration.ofHours(23)), now.plus(Duration.ofHours(30)));
    }
}
