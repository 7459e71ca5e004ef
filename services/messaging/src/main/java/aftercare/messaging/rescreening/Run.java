package aftercare.messaging.rescreening;

import aftercare.messaging.gate.EngineVersion;
import java.time.Instant;
import java.util.UUID;

/** A run through the replies received since an instant, by one version of the engine. */
record Run(UUID id, EngineVersion version, Instant since) {}
