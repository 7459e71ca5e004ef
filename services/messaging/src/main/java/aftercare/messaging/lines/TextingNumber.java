package aftercare.messaging.lines;

import aftercare.schemas.clinic.NumberUse;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A number in the clear, as the chart ranks it. Never logged. */
public record TextingNumber(String number, NumberUse use, int rank) {

    /** Where to text a patient: a mobile before any other, a number at work last; then the chart's own rank. */
    public static Optional<TextingNumber> best(Collection<TextingNumber> numbers) {
        return numbers.stream()
                .min(Comparator.comparingInt(TextingNumber::preference).thenComparingInt(TextingNumber::rank));
    }

    private int preference() {
        return switch (use) {
            case MOBILE -> 0;
            case OTHER -> 1;
            case HOME -> 2;
            case WORK -> 3;
        };
    }

    @Override
    public String toString() {
        return "TextingNumber";
    }
}
