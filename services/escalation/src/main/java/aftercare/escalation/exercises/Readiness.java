package aftercare.escalation.exercises;

import aftercare.schemas.LineId;

/** Whether an exercise may use the canary's number now. */
sealed interface Readiness {
    record Ready(LineId line) implements Readiness {}

    record Unfit(Why why) implements Readiness {}

    /** What stands in its way, and what to mend. */
    enum Why {
        NOT_SET_UP(
                "no canary is set up: set escalation.canary.number to a number that the clinic owns at the carrier and nobody uses"),
        A_PATIENTS("escalation.canary.number is a patient's number: set one that nobody uses"),
        A_COLLEAGUES("escalation.canary.number is a colleague's number: set one that nobody uses"),
        THE_CLINICS("escalation.canary.number is the clinic's own line: set one that nothing else uses"),
        CASE_OPEN("a case is open on the canary's line: somebody has to resolve it first"),
        MESSAGING_SILENT("messaging does not say which line the canary's number is: see that it runs");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
