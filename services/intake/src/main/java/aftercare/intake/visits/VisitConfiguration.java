package aftercare.intake.visits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class VisitConfiguration {
    @Bean
    VisitTypes visitTypes(VisitTypeSettings settings) {
        return settings.types();
    }
}
