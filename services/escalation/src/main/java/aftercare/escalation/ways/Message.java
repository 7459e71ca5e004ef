package aftercare.escalation.ways;

import java.util.List;

/** What a colleague is told. */
public sealed interface Message {

    /**
     * Cases that wait for them, by their codes.
     *
     * @param drill nobody is behind them, and whatever tells of them says so
     */
    record Cases(PageKind kind, List<String> codes, boolean drill) implements Message {
        public Cases {
            codes = List.copyOf(codes);
        }
    }

    /** A code that its reader gives back in the console, to show that this way reaches them. */
    record Trial(String code) implements Message {
        /** Never the code. */
        @Override
        public String toString() {
            return "Trial";
        }
    }

    /** An answer to what they wrote. */
    record Answer(String words) implements Message {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Answer";
        }
    }
}
