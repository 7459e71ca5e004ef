package aftercare.escalation.voice;

import java.util.List;

/** What somebody on the phone hears next, and what follows. */
sealed interface Prompt {

    /**
     * Waits for keys.
     *
     * @param then the step that hears them; also when nothing was pressed
     */
    record Ask(List<String> lines, Keys keys, String then) implements Prompt {
        public Ask {
            lines = List.copyOf(lines);
        }
    }

    enum Keys {
        ONE,
        /** Several, ended by the hash key. */
        UNTIL_HASH
    }

    /** Hangs up afterwards. */
    record Tell(List<String> lines) implements Prompt {
        public Tell {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Lets another phone ring, from the clinic's number.
     *
     * @param then the step that hears how it ended
     */
    record Connect(List<String> lines, String number, String then) implements Prompt {
        public Connect {
            lines = List.copyOf(lines);
        }

        /** Never the number (S9). */
        @Override
        public String toString() {
            return "Connect";
        }
    }
}
