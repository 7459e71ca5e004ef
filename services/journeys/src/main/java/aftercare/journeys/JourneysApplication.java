package aftercare.journeys;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The journeys service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JourneysApplication {

    /** Configured by {@code journeys.yml}, also where several services share a class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(JourneysApplication.class).properties("spring.config.name=journeys");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
