package aftercare.escalation.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lapseAfter clinic time that a colleague has to take an offered case */
@ConfigurationProperties("escalation.offer")
record OfferSettings(@DefaultValue("5m") Duration lapseAfter) {}
