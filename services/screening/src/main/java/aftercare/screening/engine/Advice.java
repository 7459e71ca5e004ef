package aftercare.screening.engine;

import aftercare.screening.model.Reading;

/** What the learned model has to say of a reply. */
sealed interface Advice {

    record Read(Reading reading) implements Advice {}

    /** Not asked: the rules were sure, or there is nothing in the text to read. */
    record NotAsked() implements Advice {}

    /** It is missing, broke or was too late; the rules stand alone, and nothing is routine for its sake. */
    record Silent() implements Advice {}
}
