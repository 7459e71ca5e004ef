package aftercare.simulator.carrier;

import java.util.Locale;
import java.util.Set;

/** The words a carrier itself obeys where its keyword handling is switched on: the whole text, in any case. */
enum Keyword {
    STOP(
            "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to"
                    + " resubscribe."),
    START("You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to"
            + " unsubscribe. Msg&Data Rates May Apply."),
    HELP("Reply STOP to unsubscribe. Msg&Data Rates May Apply."),
    NONE("");

    private static final Set<String> STOPS =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> STARTS = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> HELPS = Set.of("HELP", "INFO");

    private final String answer;

    Keyword(String answer) {
        this.answer = answer;
    }

    String answer() {
        return answer;
    }

    static Keyword of(String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOPS.contains(word)) {
            return STOP;
        }
        if (STARTS.contains(word)) {
            return START;
        }
        return HELPS.contains(word) ? HELP : NONE;
    }
}
