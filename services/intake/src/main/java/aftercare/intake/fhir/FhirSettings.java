package aftercare.intake.fhir;

import aftercare.schemas.clinic.ConsentBasis;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param fhirSource what the door's records are said to come from
 * @param consentBasis {@code NUMBER_GIVEN}: a mobile number is an offer of consent; {@code EXPRESS}: only the extension is
 */
@ConfigurationProperties("intake")
record FhirSettings(
        @DefaultValue("fhir") String fhirSource,
        @DefaultValue("NUMBER_GIVEN") ConsentBasis consentBasis) {}
