package aftercare.simulator.alarms;

/** An alarm came in. */
public record AlarmRang() {}
