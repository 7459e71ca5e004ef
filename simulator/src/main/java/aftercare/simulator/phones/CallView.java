package aftercare.simulator.phones;

import aftercare.simulator.calls.CallLine;
import aftercare.simulator.calls.Progress;
import java.time.Instant;
import java.util.List;

/**
 * A call as the phone shows it.
 *
 * @param line what people call the number that rings it
 * @param listening whether keys do something
 * @param at clinic time
 */
record CallView(
        String sid,
        String line,
        Progress progress,
        boolean voicemail,
        boolean listening,
        List<CallLine> lines,
        Instant at) {
    CallView {
        lines = List.copyOf(lines);
    }

    public boolean isRinging() {
        return progress == Progress.RINGING;
    }

    public boolean isTalking() {
        return progress == Progress.IN_PROGRESS;
    }

    /** How it ended, in words. */
    public String ending() {
        return switch (progress) {
            case RINGING -> "ringing";
            case IN_PROGRESS -> voicemail ? "voicemail is listening" : "on the phone";
            case COMPLETED -> voicemail ? "voicemail took it" : "answered";
            case BUSY -> "busy or declined";
            case NO_ANSWER -> "not answered";
            case FAILED -> "could not be reached";
            case CANCELED -> "given up by the caller";
        };
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "CallView " + sid;
    }
}
