package aftercare.intake.patients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.records.Stamp;
import aftercare.intake.records.Version;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.NumberUse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Instant NINE = Instant.parse("2026-03-07T09:00:00Z");
    private static final Offer OFFER = new Offer(ConsentBasis.NUMBER_GIVEN, ContentLevel.DISCREET, null);

    @Test
    void consent_is_offered_since_it_was_first_recorded_and_stood_since() {
        var settled =
                Person.settled(List.of(version(1, OFFER), version(2, null), version(3, OFFER), version(4, OFFER)));

        assertThat(requireNonNull(settled.says().consent()).offeredAt()).isEqualTo(NINE.plusSeconds(3));
    }

    @Test
    void a_late_version_changes_nothing_but_since_when() {
        var settled = Person.settled(List.of(version(4, OFFER), version(3, OFFER), version(2, null)));

        assertThat(requireNonNull(settled.says().consent()).offeredAt()).isEqualTo(NINE.plusSeconds(3));
    }

    @Test
    void neither_name_nor_number_shows_itself() {
        var person = version(1, OFFER).says();

        assertThat(person + " " + person.numbers() + person.secondContact())
                .doesNotContain("Example")
                .doesNotContain("0143");
    }

    private static Version<Person> version(int number, @Nullable Offer offer) {
        return new Version<>(
                new Stamp("" + number, NINE.plusSeconds(number), NINE),
                new Person(
                        new PatientId("p"),
                        "Alex Example",
                        List.of(new GivenNumber("+12025550143", NumberUse.MOBILE)),
                        "en",
                        ZoneId.of("America/New_York"),
                        new SiteId("main"),
                        offer,
                        null,
                        false,
                        null,
                        new GivenContact("Robin Example", "+12025550143", "sister")));
    }
}
