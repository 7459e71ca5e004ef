package aftercare.screening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model as it is shipped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextModelTest {
    private TextModel model;

    @BeforeAll
    void load() throws IOException {
        model = TextModel.shipped();
    }

    @AfterAll
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Everyone would breathe easier if I just weren't around to drag them down",
                "picked the day. the dog goes to my brother after that",
                "I keep looking at the pills and thinking it would be so easy to be done"
            })
    void knows_a_cry_for_help_in_words_no_keyword_list_has(String text) {
        assertThat(model.read("", text, false).of(Kind.CRISIS)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could we move Thursday to the afternoon?",
                "Slept eight hours and walked the dog, feeling lighter",
                "this crossword is killing me haha"
            })
    void leaves_everyday_talk_alone(String text) {
        assertThat(model.read("", text, false).of(Kind.CRISIS, Kind.NOW)).isLessThan(0.2);
    }

    @Test
    void the_question_decides_what_an_answer_means() {
        var risk = model.read("Any thoughts of harming yourself since we spoke?", "sometimes, at night", false);
        var walk = model.read("Did you get any walking in since your visit?", "sometimes, at night", false);

        assertThat(risk.of(Kind.CRISIS)).isGreaterThan(10 * walk.of(Kind.CRISIS));
    }

    @Test
    void likelihoods_add_up_and_examples_come_along() {
        var reading = model.read("", "Do you take my insurance?", false);

        assertThat(reading.of(Kind.CRISIS, Kind.values())).isCloseTo(1 + reading.of(Kind.CRISIS), within(1e-6));
        assertThat(reading.neighbours().of(EnumSet.allOf(Kind.class)).getFirst().kind())
                .isEqualTo(Kind.REQUEST);
        assertThat(reading.neighbours().of(EnumSet.of(Kind.CRISIS)))
                .hasSize(3)
                .allMatch(example -> example.kind() == Kind.CRISIS);
    }

    @Test
    void the_same_text_reads_the_same_every_time() {
        assertThat(model.read("", "see you Tuesday", false).likelihoods())
                .isEqualTo(model.read("", "see you Tuesday", false).likelihoods());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\ufffd", "e\u0301\u0301\u0301", "\ud83d\ude00"})
    void reads_whatever_there_is(String text) {
        assertThat(model.read("", text, false).likelihoods()).hasSize(Kind.values().length);
    }

    @Test
    void a_file_that_was_cut_short_is_no_model() throws IOException {
        var tensors = new Tensors(Pretrained.MINILM);
        tensors.put("a", Tensors.Tensor.of(new float[] {1, 2, 3}, 3));
        var whole = new ByteArrayOutputStream();
        tensors.write(new DataOutputStream(whole));

        assertThat(read(whole.toByteArray()).get("a").numbers()).containsExactly(1, 2, 3);
        var cut = java.util.Arrays.copyOf(whole.toByteArray(), whole.size() - 5);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("something else".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void weights_of_an_unknown_encoder_are_no_model() throws IOException {
        var whole = new ByteArrayOutputStream();
        new Tensors(Pretrained.MINILM).write(new DataOutputStream(whole));
        var bytes = new String(whole.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("MINILM", "MAXILM")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an encoder that this version does not know");
    }

    private static Tensors read(byte[] bytes) throws IOException {
        return Tensors.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
