package aftercare.escalation.handover;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When those who stay on call are left to sleep; the rotation's own zone. */
@ConfigurationProperties("escalation.hand-over")
record HandOverSettings(
        @DefaultValue("21:00") LocalTime nightFrom,
        @DefaultValue("08:00") LocalTime nightUntil) {}
