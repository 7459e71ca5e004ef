package aftercare.escalation;

import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.schemas.LineId;
import aftercare.testkit.FakeCarrier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by e-mail and by webhook: each with its own lane, and each verified by a code first. */
class OtherWaysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void quiet() {
        FakeCarrier.running().reset();
    }

    private static Map<String, String> policy(int mailPort) {
        var settings = new HashMap<String, String>();
        settings.put("escalation.policy.steps[0].who", "rosa");
        settings.put("escalation.policy.steps[0].within", "5m");
        settings.put("escalation.policy.steps[0].notifications[0].by", "SMS");
        settings.put("escalation.policy.steps[0].notifications[1].by", "EMAIL");
        settings.put("escalation.policy.steps[0].notifications[2].by", "WEBHOOK");
        settings.put("escalation.policy.steps[1].who", "sam");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "" + mailPort);
        settings.put("escalation.email.from", "pages@harbor.example");
        settings.put("escalation.webhook.secret", "a-secret");
        return settings;
    }

    @Test
    void a_page_by_mail_and_webhook_says_codes_and_a_count_and_alone_reaches_nobody() {
        try (var mail = new Mailbox();
                var clinic = Clinic.open(policy(mail.port()))) {
            clinic.verify("rosa", "EMAIL", "rosa@harbor.example", mail::lastCode);
            clinic.crisis(LineId.random());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mail.bodies()).hasSize(2));
            assertThat(mail.subjects().getLast()).isEqualTo("Harbor Clinic alert: 1 patient needs you now");
            assertThat(mail.bodies().getLast()).contains("Codes: ").doesNotContain("http", "die");
            assertThat(mail.recipients()).containsOnly("rosa@harbor.example");
            assertThat(clinic.textsTo(SAM)).as("the text may have reached her").isEmpty();

            assertThat(clinic.carrier().report(clinic.carrier().textsTo(ROSA).getFirst(), "undelivered"))
                    .isEqualTo(204);
            clinic.awaitTexts(SAM, 1);
            clinic.resolveAll();
        }
    }

    @Test
    void a_webhook_is_signed_tried_again_and_its_failure_is_an_alarm_of_its_own() {
        try (var mail = new Mailbox();
                var hook = new Hook("a-secret");
                var clinic = Clinic.open(policy(mail.port()))) {
            clinic.verify("rosa", "WEBHOOK", hook.url(), hook::lastCode);
            hook.refuse(3);
            clinic.crisis(LineId.random());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hook.taken()).hasSize(2));
            assertThat(hook.taken().getLast())
                    .contains("\"clinic\":\"Harbor Clinic\"", "\"kind\":\"ALERT\"", "\"cases\":[\"")
                    .doesNotContain("die", "patient-of");
            assertThat(hook.allSigned()).isTrue();
            assertThat(clinic.messaging().alarms()).anyMatch(alarm -> alarm.contains("WEBHOOKS_REFUSE"));
            clinic.resolveAll();
        }
    }

    @Test
    void a_mail_server_that_hangs_delays_no_text() {
        try (var mail = new Mailbox();
                var clinic = Clinic.open(policy(mail.port()))) {
            clinic.verify("rosa", "EMAIL", "rosa@harbor.example", mail::lastCode);
            mail.hang(true);
            FakeCarrier.running().reset();
            for (var i = 0; i < 3; i++) {
                clinic.crisis(LineId.random());
            }

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(clinic.textsTo(ROSA)).isNotEmpty());
            clinic.resolveAll();
        }
    }

    @Test
    void somebody_with_mail_only_is_passed_at_once_since_nobody_may_be_reading() {
        try (var mail = new Mailbox();
                var clinic = Clinic.open(policy(mail.port()))) {
            clinic.verify("rosa", "EMAIL", "rosa@harbor.example", mail::lastCode);
            clinic.change("UPDATE contact_method SET staff_id = 'fred' WHERE staff_id = 'rosa' AND kind = 'SMS'");

            clinic.crisis(LineId.random());

            clinic.awaitTexts(SAM, 1);
            assertThat(clinic.textsTo(ROSA)).isEmpty();
            clinic.change("UPDATE contact_method SET staff_id = 'rosa' WHERE staff_id = 'fred' AND kind = 'SMS'");
            clinic.resolveAll();
        }
    }
}
