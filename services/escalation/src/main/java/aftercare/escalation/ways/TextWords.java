package aftercare.escalation.ways;

import aftercare.escalation.ways.Message.Answer;
import aftercare.escalation.ways.Message.Cases;
import aftercare.escalation.ways.Message.Trial;
import java.util.List;

/** What a text to a colleague says, and how to take what it speaks of. */
record TextWords(String clinic) {
    private static final int CODES_THAT_FIT = 8;

    String of(Message message) {
        return switch (message) {
            case Cases(var kind, var codes, var drill) -> (drill ? "DRILL. " : "") + about(kind, codes);
            case Trial(var code) ->
                clinic + " test page. Your code is " + code + ". Type it on the on-call page of the console.";
            case Answer(var words) -> words;
        };
    }

    private String about(PageKind kind, List<String> codes) {
        return switch (kind) {
            case ALERT -> alert(codes);
            case REMINDER -> reminder(codes);
            case JOINED -> joined(codes);
            case OFFERED -> offered(codes);
        };
    }

    private String alert(List<String> codes) {
        if (codes.size() == 1) {
            return clinic + " alert: 1 patient needs you now. Reply 1 to take it. (code " + codes.getFirst() + ")";
        }
        var all = clinic + " alert: " + codes.size() + " patients need you now. Reply 1 to take all";
        return codes.size() > CODES_THAT_FIT
                ? all + ". Their codes are in the console."
                : all + ", or 1 and a code for one: " + String.join(" ", codes);
    }

    private String reminder(List<String> codes) {
        return clinic + " alert: your " + cases(codes)
                + " open, and quiet for a while. Write down what was done, or reply 1 if you are on it.";
    }

    private String joined(List<String> codes) {
        return clinic + " alert: more has come in, your " + cases(codes) + " open. Look now.";
    }

    /** The bare code is said, or "1" would take what else waits for them. */
    String offered(List<String> codes) {
        return clinic + " alert: a colleague asks you to take "
                + (codes.size() > CODES_THAT_FIT ? codes.size() + " cases" : String.join(" ", codes))
                + ". Reply 1 " + codes.getFirst() + " to take it, or say no in the console.";
    }

    private static String cases(List<String> codes) {
        return codes.size() == 1
                ? "case " + codes.getFirst() + " is"
                : codes.size() > CODES_THAT_FIT
                        ? codes.size() + " cases are"
                        : "cases " + String.join(" ", codes) + " are";
    }
}
