package aftercare.simulator.clock;

/** Clinic time moved, or a play began or ended. */
public record ClockChanged() {}
