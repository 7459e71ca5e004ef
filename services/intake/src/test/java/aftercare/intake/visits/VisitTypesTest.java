package aftercare.intake.visits;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class VisitTypesTest {
    private final VisitTypes types = shipped().types();

    @ParameterizedTest
    @CsvSource({
        "Ketamine infusion (IV), SESSION, IV",
        "KETAMINE-IV, SESSION, IV",
        "IM ketamine, SESSION, IM",
        "Spravato 84 mg, SESSION, NASAL",
        "esketamine, SESSION, NASAL",
        "At-home troche, SESSION, ORAL",
        "Ketamine therapy, SESSION, UNKNOWN",
        "Initial ketamine consultation, CONSULT, UNKNOWN",
        "Talk therapy, THERAPY, UNKNOWN",
        "Integration session, THERAPY, UNKNOWN",
        "Labs, LAB, UNKNOWN",
        "Billing question, BILLING, UNKNOWN"
    })
    void a_clinics_own_words_show_what_a_visit_is_for(String words, VisitKind kind, Route route) {
        assertThat(types.of(List.of(List.of(words)))).contains(new VisitType(kind, route));
    }

    @Test
    void the_most_telling_element_decides() {
        assertThat(types.of(List.of(List.of("Therapy"), List.of("Ketamine"))))
                .contains(new VisitType(VisitKind.THERAPY, Route.UNKNOWN));
    }

    @Test
    void a_short_word_is_met_whole_only() {
        assertThat(types.of(List.of(List.of("Private improvement of oralia")))).isEmpty();
    }

    @Test
    void what_no_rule_knows_may_be_a_session() {
        assertThat(types.of(List.of(List.of("Zzz")))).isEmpty();
        assertThat(types.unmapped()).isEqualTo(new VisitType(VisitKind.SESSION, Route.UNKNOWN));
    }

    private static VisitTypeSettings shipped() {
        try {
            var yaml = new YamlPropertySourceLoader()
                    .load("intake", new ClassPathResource("intake.yml"))
                    .getFirst();
            return new Binder(requireNonNull(ConfigurationPropertySource.from(yaml)))
                    .bind("intake", VisitTypeSettings.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
