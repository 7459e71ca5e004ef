package aftercare.escalation.voice;

import aftercare.escalation.ways.Message.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a call, for a voice that speaks slowly: short sentences, codes letter by letter, no patient and no content (S9). */
record CallWords(String clinic) {
    static final int CHOICES = 9;
    private static final int CODES_THAT_FIT = 8;

    List<String> announce(Cases about) {
        return about.drill()
                ? Stream.concat(Stream.of("This is a drill."), alert(about).stream())
                        .toList()
                : alert(about);
    }

    private List<String> alert(Cases about) {
        var codes = about.codes();
        var one = codes.size() == 1;
        return switch (about.kind()) {
            case ALERT ->
                List.of(
                        "This is " + clinic + ", with an alert.",
                        one ? "1 patient needs you now." : codes.size() + " patients need you now.",
                        called(codes),
                        one ? "Press 1 to take it." : "Press 1 to take them all.");
            case REMINDER ->
                List.of(
                        "This is " + clinic + ".",
                        one
                                ? "Your case is open, and quiet for a while."
                                : "Your cases are open, and quiet for a while.",
                        called(codes),
                        "Press 1 if you are on it.");
            case JOINED ->
                List.of(
                        "This is " + clinic + ", with an alert.",
                        "More has come in.",
                        called(codes),
                        "Press 1 to say that you have heard this.");
            case OFFERED ->
                List.of(
                        "This is " + clinic + ", with an alert.",
                        one ? "A colleague asks you to take a case." : "A colleague asks you to take cases.",
                        called(codes),
                        one ? "Press 1 to take it." : "Press 1 to take them all.");
        };
    }

    /** A code, said twice. */
    List<String> trial(String code) {
        var spelled = spelled(code);
        return List.of(
                "This is " + clinic + ", with a test page.",
                "To be called here, press 1.",
                "Or type this code in the console: " + spelled + ".",
                "Again: " + spelled + ".");
    }

    List<String> youHave(List<String> codes) {
        return List.of(
                codes.size() == 1 ? "You have it." : "You have " + codes.size() + " cases.",
                called(codes),
                codes.size() == 1
                        ? "To call the patient from the clinic's number, press 2."
                        : "To call one of the patients from the clinic's number, press 2.",
                "Otherwise, hang up and open the console.");
    }

    List<String> takenBy(List<String> names) {
        return List.of(
                names.isEmpty()
                        ? "Nobody is needed any more."
                        : "This was already taken by " + String.join(" and ", names) + ".",
                "Goodbye.");
    }

    List<String> choose(List<String> codes) {
        var lines = new ArrayList<String>();
        lines.add("Which patient shall be called?");
        IntStream.range(0, Math.min(codes.size(), CHOICES))
                .forEach(i -> lines.add("For case " + spelled(codes.get(i)) + ", press " + (i + 1) + "."));
        if (codes.size() > CHOICES) {
            lines.add("The others are in the console.");
        }
        return lines;
    }

    List<String> ended(boolean connected) {
        return List.of(
                connected
                        ? "The call with the patient is over."
                        : "The patient did not answer. That is noted in the case.");
    }

    private static String called(List<String> codes) {
        if (codes.size() > CODES_THAT_FIT) {
            return "Their codes are in the console.";
        }
        return (codes.size() == 1 ? "Case " : "Cases ")
                + String.join(", and ", codes.stream().map(CallWords::spelled).toList())
                + ".";
    }

    private static String spelled(String code) {
        return String.join(" ", code.split(""));
    }
}
