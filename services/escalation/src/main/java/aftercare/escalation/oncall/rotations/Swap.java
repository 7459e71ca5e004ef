package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two colleagues exchange two shifts, once both agree.
 *
 * @param given what the asking colleague has
 * @param wanted what the asked one has
 */
record Swap(UUID id, StaffId asking, Part given, StaffId asked, Part wanted, State state, Instant askedAt) {

    enum State {
        REQUESTED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /** A time in a rotation. */
    record Part(String rotation, Instant from, Instant until) {}

    /** What becomes of one rotation. */
    Stream<Handing> handings(String rotation) {
        return Stream.of(
                        new Half(given.rotation(), new Handing(asking, asked, given.from(), given.until())),
                        new Half(wanted.rotation(), new Handing(asked, asking, wanted.from(), wanted.until())))
                .filter(half -> half.rotation().equals(rotation))
                .map(Half::handing);
    }

    private record Half(String rotation, Handing handing) {}
}
