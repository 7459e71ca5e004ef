package aftercare.simulator.carrier;

/** Seen from the phone. */
public enum Direction {
    TO_PHONE,
    FROM_PHONE
}
