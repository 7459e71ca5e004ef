package aftercare.platform;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.CheckIn;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.SessionStarted;
import java.time.Instant;

/** Events that differ only in what a test looks at. */
public final class Facts {
    public static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");

    private Facts() {}

    /** The session of one patient's appointment started. */
    public static SessionStarted started(String patient, String appointment) {
        var checkIn = new CheckIn(new PatientId(patient), new AppointmentId(appointment), NOON, null, null, false);
        return new SessionStarted(checkIn, new Provenance("test", appointment, null, NOON, NOON, NOON));
    }
}
