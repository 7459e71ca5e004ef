package aftercare.escalation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EscalationApplication {

    /** The service with its own configuration, to be run alone or beside others. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(EscalationApplication.class).properties("spring.config.name=escalation");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
