package aftercare.escalation.ways;

import aftercare.escalation.ways.Message.Answer;
import aftercare.escalation.ways.Message.Cases;
import aftercare.escalation.ways.Message.Trial;
import java.util.List;

/** What an e-mail to a colleague says. It counts for nobody's attention, so it asks for no answer. */
record MailWords(String clinic) {

    String subject(Message message) {
        return switch (message) {
            case Cases(var kind, var codes, var drill) ->
                (drill ? "DRILL: " : "")
                        + clinic + " alert: "
                        + switch (kind) {
                            case ALERT -> patients(codes) + " now";
                            case REMINDER -> "your " + cases(codes) + " quiet";
                            case JOINED -> "more has come in";
                            case OFFERED -> "a colleague asks you to take a case";
                        };
            case Trial ignored -> clinic + ": test page";
            case Answer ignored -> clinic;
        };
    }

    String body(Message message) {
        return switch (message) {
            case Cases(var kind, var codes, var drill) ->
                (drill ? "This is a drill: nobody is behind it.\n\n" : "")
                        + switch (kind) {
                            case ALERT -> patients(codes) + " now.";
                            case REMINDER -> "Your " + cases(codes) + " open, and quiet for a while.";
                            case JOINED -> "More has come in. Your " + cases(codes) + " open.";
                            case OFFERED -> "A colleague asks you to take a case.";
                        }
                        + "\n\nCodes: " + String.join(" ", codes)
                        + "\n\nOpen the console. Nobody reads what is answered to this e-mail.\n";
            case Trial(var code) ->
                "This is a test page. Your code is " + code + ".\n\nType it on the on-call page of the console.\n";
            case Answer(var words) -> words + "\n";
        };
    }

    private static String patients(List<String> codes) {
        return codes.size() == 1 ? "1 patient needs you" : codes.size() + " patients need you";
    }

    private static String cases(List<String> codes) {
        return codes.size() == 1 ? "case is" : codes.size() + " cases are";
    }
}
