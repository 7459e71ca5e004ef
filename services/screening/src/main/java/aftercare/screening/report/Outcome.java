package aftercare.screening.report;

import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.screening.engine.Verdict;

/** A labelled reply and what the engine made of it. */
record Outcome(String id, String label, String phenomenon, String language, Verdict verdict) {

    boolean is(String wanted) {
        return label.equals(wanted);
    }

    boolean isPaged() {
        return verdict.level() == Level.CRISIS;
    }

    boolean isPagedOrNow() {
        return isPaged() || verdict.urgency() == Urgency.NOW;
    }

    boolean reachesAHuman() {
        return verdict.level() != Level.ROUTINE;
    }

    /** What the report's tables call the verdict. */
    String got() {
        return switch (verdict.level()) {
            case CRISIS -> "CRISIS";
            case CONCERN -> verdict.urgency() == Urgency.NOW ? "NOW" : "CONCERN";
            case ROUTINE -> verdict.optOut() ? "OPT_OUT" : "ROUTINE";
        };
    }

    /** Whether the verdict is what the label asks for; of a concern only that a human looks. */
    boolean isRight() {
        return switch (label) {
            case "CRISIS" -> isPaged();
            case "CONCERN" -> reachesAHuman();
            default -> got().equals(label);
        };
    }
}
