package aftercare.simulator.carrier;

import aftercare.platform.sealing.Sealer;
import org.springframework.stereotype.Component;

/** What stands for a number where the number may not stand. */
@Component
class Digests {
    /** 132 bits: long enough to be one number's own. */
    private static final int LENGTH = 22;

    private final Sealer sealer;

    Digests(Sealer sealer) {
        this.sealer = sealer;
    }

    String of(String number) {
        return sealer.lookup(number).substring(0, LENGTH);
    }
}
