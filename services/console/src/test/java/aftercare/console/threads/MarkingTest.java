package aftercare.console.threads;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.console.remote.EscalationService.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkingTest {
    @Test
    void words_are_cut_out_where_their_mark_stands() {
        assertThat(marked("I want to die tonight", mark(2, 13, "want to die"))).isEqualTo("I [want to die] tonight");
        assertThat(marked("want to die", mark(0, 11, "want to die"))).isEqualTo("[want to die]");
    }

    @Test
    void marks_that_overlap_or_repeat_mark_each_letter_once() {
        assertThat(marked("I want to die", mark(2, 13, null), mark(7, 13, null), mark(2, 13, null)))
                .isEqualTo("I [want to die]");
        assertThat(marked("abcdef", mark(0, 3, null), mark(2, 5, null))).isEqualTo("[abc][de]f");
    }

    @Test
    void a_mark_of_another_text_of_the_thread_is_looked_for_by_its_words_or_left_out() {
        assertThat(marked("no more", mark(40, 47, "no more"))).isEqualTo("[no more]");
        assertThat(marked("fine", mark(40, 47, "no more"))).isEqualTo("fine");
        assertThat(marked("fine", mark(2, 90, null), mark(3, 1, null), mark(-1, 2, null)))
                .isEqualTo("fine");
    }

    @Test
    void without_marks_the_text_is_whole_and_an_empty_one_is_nothing() {
        assertThat(Marking.of("fine", List.of())).containsExactly(new Words("fine", null));
        assertThat(Marking.of("", List.of())).isEmpty();
    }

    private static Mark mark(int start, int end, @Nullable String words) {
        return new Mark(start, end, "wish-to-die", words);
    }

    private static String marked(String text, Mark... marks) {
        return Marking.of(text, List.of(marks)).stream()
                .map(words -> words.rule() == null ? words.text() : "[" + words.text() + "]")
                .collect(Collectors.joining());
    }
}
