package aftercare.escalation.voice;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.ways.Message.Cases;
import aftercare.escalation.ways.PageKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpokenDrillTest {
    private static final CallWords WORDS = new CallWords("Harbor Clinic");

    @ParameterizedTest
    @EnumSource(PageKind.class)
    void a_call_about_a_drill_says_so_before_anything_else_and_no_other_does(PageKind kind) {
        assertThat(WORDS.announce(new Cases(kind, List.of("K7"), true))).startsWith("This is a drill.");
        assertThat(WORDS.announce(new Cases(kind, List.of("K7"), false))).noneMatch(line -> line.contains("drill"));
    }
}
