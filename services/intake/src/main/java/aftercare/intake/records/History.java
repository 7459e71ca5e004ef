package aftercare.intake.records;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Versions in the order in which the source made them, however they came. Numbers decide where every version has one; else the times
 * the source recorded them; versions that say neither stand where they arrived.
 */
public final class History {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private History() {}

    /**
     * @param asReceived oldest arrival first
     */
    public static <T> List<Version<T>> inOrder(List<Version<T>> asReceived) {
        var numbered = asReceived.stream().allMatch(version -> number(version).isPresent());
        return asReceived.stream()
                .sorted(
                        numbered
                                ? Comparator.comparing(
                                        version -> number(version).orElse(0L))
                                : byRecording())
                .toList();
    }

    private static <T> Comparator<Version<T>> byRecording() {
        return Comparator.comparing(version -> version.stamp().recordedAt());
    }

    private static Optional<Long> number(Version<?> version) {
        return Optional.ofNullable(version.stamp().version())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf);
    }
}
