package aftercare.escalation.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param pageWithin clinic time since the reply in which a late finding pages */
@ConfigurationProperties("escalation.late-findings")
record LateFindingSettings(@DefaultValue("48h") Duration pageWithin) {}
