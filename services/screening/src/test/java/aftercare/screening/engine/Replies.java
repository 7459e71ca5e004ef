package aftercare.screening.engine;

import aftercare.screening.answers.OpenQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds replies; what a test does not mention is plain. */
final class Replies {
    private final String text;
    private final List<Reply.Earlier> thread = new ArrayList<>();
    private @Nullable OpenQuestion question;
    private int pictures;
    private boolean known = true;
    private boolean caseOpen;

    private Replies(String text) {
        this.text = text;
    }

    static Replies reply(String text) {
        return new Replies(text);
    }

    Replies afterPatient(String earlier, long secondsBefore) {
        thread.add(new Reply.Earlier(Reply.Side.PATIENT, earlier, secondsBefore));
        return this;
    }

    Replies afterClinic(String earlier) {
        thread.add(new Reply.Earlier(Reply.Side.CLINIC, earlier, 600));
        return this;
    }

    Replies to(OpenQuestion asked) {
        question = asked;
        return this;
    }

    Replies withPicture() {
        pictures = 1;
        return this;
    }

    Replies fromStranger() {
        known = false;
        return this;
    }

    Replies whileCaseIsOpen() {
        caseOpen = true;
        return this;
    }

    Reply build() {
        return new Reply(text, pictures, thread, question, known, caseOpen, null);
    }

    static OpenQuestion mood() {
        return new OpenQuestion(OpenQuestion.Form.NUMBER, List.of(), null, null, 0, 10, false, List.of());
    }

    static OpenQuestion homeAndOk() {
        return new OpenQuestion(OpenQuestion.Form.CHOICE, List.of("1", "2"), null, null, 0, 0, false, List.of());
    }

    static OpenQuestion betterOffDead() {
        return new OpenQuestion(OpenQuestion.Form.NUMBER, List.of(), null, null, 0, 3, true, List.of("1", "2", "3"));
    }

    static OpenQuestion thoughtsOfHarm() {
        return new OpenQuestion(OpenQuestion.Form.CHOICE, List.of("YES", "NO"), null, null, 0, 0, true, List.of("YES"));
    }
}
