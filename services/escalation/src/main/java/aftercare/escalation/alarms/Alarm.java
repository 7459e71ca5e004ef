package aftercare.escalation.alarms;

import java.time.Instant;

/** The chain is broken. {@code about} names the part, never a person; {@code at} is clinic time. */
record Alarm(AlarmKind kind, String about, Instant at) {}
