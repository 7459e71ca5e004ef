package aftercare.journeys.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The code systems that a Bundle speaks of. Codes of questionnaires stand with their items; where no public code fits, the system is ours. */
final class Codes {
    static final String LOINC = "http://loinc.org";
    static final String UNITS = "http://unitsofmeasure.org";
    static final String LANGUAGES = "urn:ietf:bcp:47";
    static final String ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    static final String PATIENTS = "urn:aftercare:patient";
    static final String APPOINTMENTS = "urn:aftercare:appointment";
    static final String COLLEAGUES = "urn:aftercare:staff";
    static final String EXPORTS = "urn:aftercare:export";
    static final String TOUCHPOINTS = "urn:aftercare:touchpoint";
    static final String LEVELS = "urn:aftercare:level";
    static final String REASONS = "urn:aftercare:reason";
    static final String WORDINGS = "urn:aftercare:wording";

    private static final String OBSERVATIONS = "urn:aftercare:observation";
    private static final String OBSERVATION_KINDS = "http://terminology.hl7.org/CodeSystem/observation-category";

    private Codes() {}

    static CodeableConcept sms() {
        return new CodeableConcept().setText("SMS");
    }

    static CodeableConcept mood() {
        return new CodeableConcept(new Coding(OBSERVATIONS, "mood-0-10", "Mood from 0 (worst) to 10 (best)"));
    }

    static CodeableConcept survey() {
        return new CodeableConcept(new Coding(OBSERVATION_KINDS, "survey", "Survey"));
    }

    /** Where a questionnaire is defined, by its panel's code. */
    static String questionnaire(String panel) {
        return LOINC + "/q/" + panel;
    }
}
