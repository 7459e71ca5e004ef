package aftercare.simulator.clock;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each service had called for a person when a play began. A service that was started again counts from zero, so each is compared
 * with itself.
 */
final class Calls {
    private final Map<String, Long> before = new HashMap<>();

    Calls(Scan scan) {
        scan.works().forEach((service, work) -> before.put(service, work.attention()));
    }

    boolean roseIn(Scan scan) {
        var rose = false;
        for (var work : scan.works().entrySet()) {
            var now = work.getValue().attention();
            var known = before.getOrDefault(work.getKey(), now);
            rose |= now > known;
            before.put(work.getKey(), Math.min(now, known));
        }
        return rose;
    }
}
