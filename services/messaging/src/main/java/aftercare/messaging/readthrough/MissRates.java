package aftercare.messaging.readthrough;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The miss rate of all versions of the engine together and of each: absent where nothing was read. */
record MissRates(Instant since, @Nullable MissRate all, List<OfVersion> versions) {
    private static final String UNKNOWN = "unknown";

    record OfVersion(String version, MissRate rate) {}

    static MissRates of(Instant since, List<RoutineReplies.ReadBy> read) {
        return new MissRates(
                since,
                MissRate.of(read.stream().map(RoutineReplies.ReadBy::stratum).toList())
                        .orElse(null),
                read.stream()
                        .map(RoutineReplies.ReadBy::version)
                        .distinct()
                        .flatMap(version -> ofVersion(version, read))
                        .toList());
    }

    private static Stream<OfVersion> ofVersion(@Nullable String version, List<RoutineReplies.ReadBy> read) {
        return MissRate.of(read.stream()
                        .filter(one -> Objects.equals(one.version(), version))
                        .map(RoutineReplies.ReadBy::stratum)
                        .toList())
                .map(rate -> new OfVersion(version == null ? UNKNOWN : version, rate))
                .stream();
    }
}
