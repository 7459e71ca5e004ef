package aftercare.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SealingAutoConfigurationTest {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SealingAutoConfiguration.class));

    @Test
    void a_service_without_a_keyset_does_not_start_and_says_what_to_do() {
        service.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refusal -> assertThat(refusal.getReason()).contains("AFTERCARE_KEYSET")));
    }

    @Test
    void a_keyset_file_that_is_gone_is_not_replaced_by_a_new_one() {
        service.withPropertyValues("aftercare.keyset=/nowhere/keyset.json")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("restore the file, do not make a new one"));
    }

    @Test
    void a_broken_keyset_is_not_shown() {
        service.withPropertyValues("aftercare.keyset={\"sealing\":\"c2VjcmV0\"}")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining("no part named sealing")
                            .hasMessageNotContaining("c2VjcmV0");
                });
    }

    @Test
    void the_keyset_itself_may_stand_in_the_environment() {
        service.withPropertyValues("aftercare.keyset=" + published()).run(context -> {
            var sealer = context.getBean(Sealer.class);
            var record = UUID.randomUUID();
            assertThat(sealer.open(sealer.seal("words", record, "text"), record, "text"))
                    .isEqualTo("words");
        });
    }

    @Test
    void a_service_that_keeps_no_words_needs_no_keyset() {
        service.withPropertyValues("aftercare.sealing.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Sealer.class));
    }

    private static String published() {
        try (var keyset = Sealer.class.getResourceAsStream("/aftercare/schemas/test-keyset.json")) {
            assertThat(keyset).isNotNull();
            return new String(keyset.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
