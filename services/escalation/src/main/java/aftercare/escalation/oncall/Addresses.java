package aftercare.escalation.oncall;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How addresses are written. */
final class Addresses {
    static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final Pattern NUMBER = Pattern.compile(E164);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+");

    private Addresses() {}

    /** What is wrong with an address of this kind, and how to mend it; none: nothing. */
    static @Nullable String problem(ContactKind kind, String address, boolean demo) {
        return switch (kind) {
            case SMS, VOICE ->
                NUMBER.matcher(address).matches()
                        ? null
                        : "Write the number with + and the country code, without spaces, as in +12025550100.";
            case EMAIL -> EMAIL.matcher(address).matches() ? null : "Write the e-mail address as in name@example.org.";
            case WEBHOOK -> isWhole(address, demo) ? null : "Write the whole address, as in https://example.org/pages.";
        };
    }

    /** In a demo the simulator takes webhooks, without TLS. */
    private static boolean isWhole(String address, boolean demo) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || (demo && "http".equals(uri.getScheme())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
