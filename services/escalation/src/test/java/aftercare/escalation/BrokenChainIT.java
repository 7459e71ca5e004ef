package aftercare.escalation;

import static aftercare.escalation.Clinic.MIRA;
import static aftercare.escalation.Clinic.OTTO;
import static aftercare.escalation.Clinic.ROSA;
import static aftercare.escalation.Clinic.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.duework.DueWork;
import aftercare.schemas.LineId;
import aftercare.testkit.Backing;
import aftercare.testkit.CarrierAnswer.Refuse;
import aftercare.testkit.FakeCarrier;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights when the chain itself breaks. Each has a service of its own. */
class BrokenChainIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void quiet() {
        FakeCarrier.running().reset();
    }

    @Test
    void without_a_broker_a_reply_without_a_level_still_pages() {
        try (var clinic = Clinic.open(Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:1"))) {
            clinic.messaging().overdue(clinic.overdue(LineId.random()));

            clinic.awaitTexts(ROSA, 1);
            clinic.textFrom(ROSA, "1");
            clinic.awaitTexts(ROSA, 2);
            clinic.messaging().overdue("[]");
            clinic.resolveAll();
        }
    }

    @Test
    void without_the_database_the_operator_and_the_director_hear_of_it_by_text_and_webhook() throws IOException {
        try (var door = new Door(
                        String.valueOf(Backing.propertiesOf("escalation").get("spring.datasource.url")));
                var clinic = Clinic.open(Map.of(
                        "spring.datasource.url", door.url(),
                        "escalation.alarm.database-every", "500ms",
                        "escalation.alarm.database-gone-after", "2s"))) {
            assertThat(Files.readString(clinic.lastResort())).doesNotContain("2025550139", "2025550133");

            door.slam();

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(clinic.textsTo(OTTO)).anyMatch(text -> text.contains("the database does not answer"));
                assertThat(clinic.textsTo(MIRA)).anyMatch(text -> text.contains("the database does not answer"));
                assertThat(clinic.messaging().alarms()).anyMatch(alarm -> alarm.contains("DATABASE_GONE"));
            });
            assertThat(clinic.textsTo(OTTO))
                    .filteredOn(text -> text.contains("database"))
                    .hasSize(1);
        }
    }

    @Test
    void with_nobody_on_call_the_operator_hears_of_it_and_the_case_goes_on() {
        try (var clinic = Clinic.open(Map.of())) {
            clinic.change("UPDATE staff SET roles = '{STAFF}' WHERE 'CLINICIAN' = ANY (roles)");
            clinic.crisis(LineId.random());

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(clinic.textsTo(OTTO)).anyMatch(text -> text.contains("nobody on call can be reached"));
                assertThat(clinic.messaging().alarms()).anyMatch(alarm -> alarm.contains("NO_ONE_ON_CALL"));
                assertThat(clinic.onlyCase().get("state")).isEqualTo("OPEN");
            });
            assertThat(clinic.count("SELECT count(*) FROM pursuit")).isEqualTo(1);
            clinic.change("UPDATE staff SET roles = '{STAFF,CLINICIAN}' WHERE id IN ('rosa', 'sam')");
            clinic.change("UPDATE staff SET roles = '{STAFF,CLINICIAN,ADMIN}' WHERE id = 'mira'");
            clinic.resolveAll();
        }
    }

    @Test
    void a_policy_that_means_nobody_pages_everyone() {
        try (var clinic = Clinic.open(Map.of(
                "escalation.policy.steps[0].who", "ghost",
                "escalation.policy.steps[0].within", "5m",
                "escalation.policy.steps[1].who", "ghost",
                "escalation.policy.steps[1].within", "5m",
                "escalation.policy.steps[2].who", "ghost",
                "escalation.policy.steps[2].within", "5m"))) {
            clinic.crisis(LineId.random());

            for (var number : List.of(ROSA, SAM, MIRA)) {
                clinic.awaitTexts(number, 1);
            }
            clinic.resolveAll();
        }
    }

    @Test
    void a_carrier_that_refuses_everybody_is_an_alarm_by_webhook_too_and_does_not_make_the_policy_spin() {
        try (var clinic = Clinic.open(Map.of())) {
            for (var number : List.of(ROSA, SAM, MIRA)) {
                FakeCarrier.running().always(number, new Refuse(401, 20003));
            }
            clinic.crisis(LineId.random());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(clinic.messaging().alarms())
                            .anyMatch(alarm -> alarm.contains("CARRIER_REFUSES")));
            clinic.quietDown();
            assertThat(clinic.count("SELECT max(round) FROM pursuit")).isEqualTo(2);
            FakeCarrier.running().reset();
            clinic.resolveAll();
        }
    }

    @Test
    void a_page_whose_sender_was_killed_goes_out_after_the_restart_and_so_does_the_next_step() {
        try (var killed = Clinic.open(Map.of())) {
            killed.service().getBean("textWork", DueWork.class).stop();
            killed.crisis(LineId.random());
            await().atMost(PATIENCE)
                    .until(() -> killed.count("SELECT count(*) FROM page WHERE dispatch_id IS NULL AND dropped IS NULL")
                            == 1);
            leaveAsAKilledSenderDoes(killed.service().getBean(JdbcClient.class));
        }
        assertThat(FakeCarrier.running().textsTo(ROSA)).isEmpty();

        try (var restarted = Clinic.open(Map.of())) {
            restarted.awaitTexts(ROSA, 1);
            restarted.forward(Duration.ofMinutes(5).plusSeconds(1));
            restarted.awaitTexts(SAM, 1);
            restarted.resolveAll();
        }
    }

    /** Claimed, and the carrier perhaps called, but nothing recorded. */
    private static void leaveAsAKilledSenderDoes(JdbcClient jdbc) {
        var text = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO dispatch (id, staff_id, way, kind, state, attempts, created_at, due_at, claimed_until, token)
                VALUES (:id, 'rosa', 'SMS', 'ALERT', 'READY', 1, now(), now(), now() + interval '8 seconds', :token)
                """).param("id", text).param("token", text.toString()).update();
        jdbc.sql("UPDATE page SET dispatch_id = :text WHERE dispatch_id IS NULL")
                .param("text", text)
                .update();
    }
}
