package aftercare.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FhirConfiguration {
    @Bean
    FhirContext fhirContext() {
        return FhirContext.forR4Cached();
    }
}
