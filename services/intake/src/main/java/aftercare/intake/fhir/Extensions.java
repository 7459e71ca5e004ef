package aftercare.intake.fhir;

/** The extensions this door reads. */
final class Extensions {
    private static final String OURS = "https://aftercare.dev/fhir/StructureDefinition/";

    static final String SMS_CONSENT = OURS + "sms-consent";
    static final String SITE = OURS + "site";
    static final String SESSION_SERIES = OURS + "session-series";
    static final String SESSION_NUMBER = OURS + "session-number";
    static final String TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";
    static final String TZ_CODE = "http://hl7.org/fhir/StructureDefinition/tz-code";

    private Extensions() {}
}
