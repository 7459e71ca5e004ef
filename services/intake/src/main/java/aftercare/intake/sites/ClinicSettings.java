package aftercare.intake.sites;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The organisation's usual site. */
@ConfigurationProperties("clinic")
record ClinicSettings(
        @DefaultValue("main") String site,
        @DefaultValue("America/New_York") ZoneId zone) {}
