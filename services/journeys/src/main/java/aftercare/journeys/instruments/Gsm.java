package aftercare.journeys.instruments;

import aftercare.journeys.wording.SmsLength;
import java.text.Normalizer;
import java.util.stream.Collectors;

/** Words as the GSM alphabet can write them: an accent that it lacks is left off, and the letter stays. */
final class Gsm {
    private Gsm() {}

    static String folded(String words) {
        return words.codePoints().mapToObj(Character::toString).map(Gsm::letter).collect(Collectors.joining());
    }

    private static String letter(String letter) {
        return SmsLength.firstForeign(letter).isEmpty()
                ? letter
                : Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
