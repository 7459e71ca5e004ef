package aftercare.escalation.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillMarkTest {
    private static final TextWords TEXT = new TextWords("Harbor Clinic");
    private static final MailWords MAIL = new MailWords("Harbor Clinic");

    @ParameterizedTest
    @EnumSource(PageKind.class)
    void whatever_tells_of_a_drill_says_so_first(PageKind kind) {
        var drill = new Message.Cases(kind, List.of("K7"), true);

        assertThat(TEXT.of(drill)).startsWith("DRILL. ").contains("K7");
        assertThat(MAIL.subject(drill)).startsWith("DRILL: ");
        assertThat(MAIL.body(drill)).startsWith("This is a drill").contains("K7");
    }

    @ParameterizedTest
    @EnumSource(PageKind.class)
    void what_tells_of_patients_never_does(PageKind kind) {
        var real = new Message.Cases(kind, List.of("K7", "M2"), false);

        assertThat(TEXT.of(real) + MAIL.subject(real) + MAIL.body(real)).doesNotContainIgnoringCase("drill");
    }
}
