package aftercare.platform.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong, told by exception classes, SQL state and the place in our code: an exception's own message may quote a patient. */
public record Fault(String text) {
    private static final int DEEPEST = 8;

    public static Fault of(Throwable thrown) {
        var chain = chainOf(thrown);
        var names = String.join(" < ", chain.stream().map(Fault::nameOf).toList());
        return new Fault(chain.reversed().stream()
                .map(Fault::placeOf)
                .filter(Objects::nonNull)
                .findFirst()
                .map(place -> names + " at " + place)
                .orElse(names));
    }

    private static List<Throwable> chainOf(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable next = thrown; next != null && chain.size() < DEEPEST; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static String nameOf(Throwable thrown) {
        var name = thrown.getClass().getSimpleName();
        return thrown instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static @Nullable String placeOf(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("aftercare."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse(null);
    }

    @Override
    public String toString() {
        return text;
    }
}
