package aftercare.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/** What the operator asked for on the command line. */
record Options(Path data, Ports ports, Mode mode) {

    /**
     * @throws CannotStart for an unknown word or a missing value
     */
    static Options read(String... words) {
        var data = Path.of("data");
        var base = 8080;
        var mode = Mode.DEMO;
        for (var left = Arrays.asList(words).iterator(); left.hasNext(); ) {
            var word = left.next();
            switch (word) {
                case "--data" -> data = Path.of(value(word, left));
                case "--ports" -> base = number(value(word, left));
                case "--live" -> mode = Mode.LIVE;
                default ->
                    throw new CannotStart(
                            "Unknown option " + word + ". There are --ports BASE, --data DIRECTORY and --live.");
            }
        }
        return new Options(data, new Ports(base), mode);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new CannotStart(option + " needs a value.");
        }
        return left.next();
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new CannotStart("--ports takes a number, such as --ports 18080; it got " + word + ".");
        }
    }
}
