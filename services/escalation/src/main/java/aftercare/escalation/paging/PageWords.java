package aftercare.escalation.paging;

import java.util.List;

/** What a page says: that somebody is needed, and how to take it. No patient, no content, no link (S9). */
record PageWords(String clinic) {
    private static final int CODES_THAT_FIT = 8;

    String alert(List<String> codes) {
        if (codes.size() == 1) {
            return clinic + " alert: 1 patient needs you now. Reply 1 to take it. (code " + codes.getFirst() + ")";
        }
        var all = clinic + " alert: " + codes.size() + " patients need you now. Reply 1 to take all";
        return codes.size() > CODES_THAT_FIT
                ? all + ". Their codes are in the console."
                : all + ", or 1 and a code for one: " + String.join(" ", codes);
    }

    String reminder(List<String> codes) {
        return clinic + " alert: your " + cases(codes)
                + " open, and quiet for a while. Write down what was done, or reply 1 if you are on it.";
    }

    String joined(List<String> codes) {
        return clinic + " alert: more has come in, your " + cases(codes) + " open. Look now.";
    }

    private static String cases(List<String> codes) {
        return codes.size() == 1
                ? "case " + codes.getFirst() + " is"
                : codes.size() > CODES_THAT_FIT
                        ? codes.size() + " cases are"
                        : "cases " + String.join(" ", codes) + " are";
    }
}
