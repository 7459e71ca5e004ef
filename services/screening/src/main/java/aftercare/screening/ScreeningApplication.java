package aftercare.screening;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** The screening service. It has no database: what it says is a function of what it is told. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ScreeningApplication {

    /** Configured by {@code screening.yml}, also where several services share a class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ScreeningApplication.class).properties("spring.config.name=screening");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
