package aftercare.journeys.scores;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaires;
import java.util.Optional;

/** What a score is a score of. */
public enum Scale {
    /** From 0 (worst) to 10 (best): the only one of which less is worse. */
    MOOD,
    PHQ2,
    PHQ9,
    GAD7;

    private static final int BEST_MOOD = 10;

    public static Scale of(Instrument instrument) {
        return switch (instrument) {
            case PHQ2 -> PHQ2;
            case PHQ9 -> PHQ9;
            case GAD7 -> GAD7;
        };
    }

    private Optional<Instrument> instrument() {
        return switch (this) {
            case MOOD -> Optional.empty();
            case PHQ2 -> Optional.of(Instrument.PHQ2);
            case PHQ9 -> Optional.of(Instrument.PHQ9);
            case GAD7 -> Optional.of(Instrument.GAD7);
        };
    }

    public int most() {
        return instrument()
                .map(instrument -> Questionnaires.shipped().of(instrument).most())
                .orElse(BEST_MOOD);
    }

    /** Code of the total. */
    public Optional<String> loinc() {
        return instrument()
                .map(instrument -> Questionnaires.shipped().of(instrument).total());
    }

    public Optional<String> band(int value) {
        return instrument()
                .map(instrument -> Questionnaires.shipped().of(instrument).band(value));
    }
}
