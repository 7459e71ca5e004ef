package aftercare.messaging;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MessagingApplication {

    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service, to be run alone or beside others in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(MessagingApplication.class).properties("spring.config.name=messaging");
    }
}
