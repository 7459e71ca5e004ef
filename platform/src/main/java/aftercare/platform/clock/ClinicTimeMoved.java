package aftercare.platform.clock;

import java.time.Duration;

/** Published in this process when a demo has moved clinic time: what waits for a due time looks again. */
public record ClinicTimeMoved(Duration lead) {}
