package aftercare.escalation;

import java.net.URI;
import java.util.regex.Pattern;

/** What somebody on the phone hears, as the carrier reads it. */
record Spoken(String twiml) {
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("<Dial[^>]*>([^<]*)</Dial>");

    /** The words alone. */
    String words() {
        return twiml.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    /** Where keys go. */
    URI action() {
        var action = ACTION.matcher(twiml);
        if (!action.find()) {
            throw new AssertionError("Nobody listens for keys: " + words());
        }
        return URI.create(action.group(1).replace("&amp;", "&"));
    }

    boolean listens() {
        return twiml.contains("<Gather");
    }

    /** The number that is called. */
    String dialled() {
        var number = NUMBER.matcher(twiml);
        if (!number.find()) {
            throw new AssertionError("Nobody is called: " + words());
        }
        return number.group(1);
    }
}
