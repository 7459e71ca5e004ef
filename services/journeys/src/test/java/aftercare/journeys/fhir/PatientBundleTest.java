package aftercare.journeys.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.fhir.Filled.Standing;
import aftercare.journeys.planning.DropReason;
import aftercare.journeys.planning.State;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.SkipReason;
import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientBundleTest {
    private static final Instant NOW = Records.at("2026-03-09T09:00");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void a_rich_patient_is_valid_fhir(String language) {
        assertThat(HapiValidator.errors(json(Records.rich(language)))).isEmpty();
    }

    @Test
    void a_patient_of_whom_nothing_is_known_is_valid_fhir() {
        assertThat(HapiValidator.errors(json(Records.empty()))).isEmpty();
    }

    @Test
    void a_patient_who_stopped_texts_and_died_is_valid_fhir_and_says_why_nothing_goes() {
        var person = new PatientRecord.Person(
                new PatientId("jordan"), "Jordan", null, List.of(), "en", Records.NEW_YORK, true, true);
        var record = new PatientRecord(
                person,
                Records.CLINIC,
                List.of(
                        Records.planned("T11", State.WITHDRAWN, false, "OPTED_OUT"),
                        Records.planned("T13", State.WITHDRAWN, false, "DECEASED")),
                List.of(Records.received("r1", "ROUTINE", "STOP", null, false)),
                List.of(),
                List.of());

        assertThat(HapiValidator.errors(json(record))).isEmpty();
        assertThat(all(record, CommunicationRequest.class))
                .extracting(
                        CommunicationRequest::getStatus,
                        request -> request.getStatusReason().getText())
                .containsExactly(
                        tuple(CommunicationRequestStatus.REVOKED, "The patient stopped texts."),
                        tuple(CommunicationRequestStatus.REVOKED, "The patient has died."));
        assertThat(one(record, Patient.class, UUID.fromString(patientId(record)))
                        .getActive())
                .isFalse();
    }

    @Test
    void the_validator_refuses_what_is_broken() {
        var json = json(Records.rich("en"));

        assertThat(HapiValidator.errors(json.replace("\"status\":\"active\"", "\"status\":\"going\"")))
                .isNotEmpty();
        assertThat(HapiValidator.errors(json.replace("\"sent\":\"2026-03-02T10:00:00-05:00\"", "\"sent\":\"today\"")))
                .isNotEmpty();
        assertThat(HapiValidator.errors(json.replace("\"status\":\"final\",", "")))
                .isNotEmpty();
        assertThat(HapiValidator.errors(json.replace(
                        "\"subject\":{\"reference\":\"" + Ids.urn(Ids.patient("jordan")),
                        "\"subject\":{\"reference\":\"" + Ids.urn(Ids.CLINIC))))
                .isNotEmpty();
    }

    @Test
    void the_ninth_item_and_the_total_of_phq_9_have_their_own_codes() {
        var record = Records.rich("en");
        var response = one(record, QuestionnaireResponse.class, Ids.response(Records.id("PHQ9")));
        var total = one(record, Observation.class, Records.id("score of PHQ9"));

        assertThat(response.getItem().getLast().getLinkId()).isEqualTo("/44260-8");
        assertThat(response.getItem().getLast().getText()).contains("better off dead");
        assertThat(total.getCode().getCodingFirstRep().getCode()).isEqualTo("44261-6");
        assertThat(response.getItem()).noneMatch(item -> item.getLinkId().contains("44261-6"));
        assertThat(total.getDerivedFromFirstRep().getReference()).isEqualTo("urn:uuid:" + response.getIdPart());
        assertThat(total.getValueQuantity().getValue()).isEqualByComparingTo("9");
        assertThat(total.getInterpretationFirstRep().getText()).isEqualTo("mild");
    }

    @Test
    void questionnaires_have_the_codes_of_loinc() {
        var record = Records.rich("es");

        assertThat(items(record, Instrument.PHQ2)).containsExactly("/44250-9", "/44255-8");
        assertThat(items(record, Instrument.PHQ9))
                .containsExactly(
                        "/44250-9",
                        "/44255-8",
                        "/44259-0",
                        "/44254-1",
                        "/44251-7",
                        "/44258-2",
                        "/44252-5",
                        "/44253-3",
                        "/44260-8");
        assertThat(all(record, QuestionnaireResponse.class))
                .extracting(QuestionnaireResponse::getQuestionnaire, QuestionnaireResponse::getLanguage)
                .containsExactly(
                        tuple("http://loinc.org/q/55757-9", "es"),
                        tuple("http://loinc.org/q/44249-1", "es"),
                        tuple("http://loinc.org/q/69737-5", "es"));
        assertThat(items(with(Records.filled(Instrument.GAD7, "en", Standing.COMPLETED, 7)), Instrument.GAD7))
                .containsExactly("/69725-0", "/68509-9", "/69733-4", "/69734-2", "/69735-9", "/69689-8", "/69736-7");
        var answers = one(record, QuestionnaireResponse.class, Ids.response(Records.id("PHQ9"))).getItem().stream()
                .limit(4)
                .map(item -> (Coding) item.getAnswerFirstRep().getValue());
        assertThat(answers)
                .extracting(
                        Coding::getCode,
                        Coding::getDisplay,
                        coding -> coding.getExtensionByUrl(Codes.ORDINAL_VALUE)
                                .getValue()
                                .primitiveValue())
                .containsExactly(
                        tuple("LA6568-5", "Not at all", "0"),
                        tuple("LA6569-3", "Several days", "1"),
                        tuple("LA6570-1", "More than half the days", "2"),
                        tuple("LA6571-9", "Nearly every day", "3"));
        assertThat(Stream.of(Records.scored(Instrument.PHQ2, 3), Records.scored(Instrument.GAD7, 3))
                        .map(Scored::measure))
                .containsExactly(
                        new Scored.Measure.Total("55758-7", "PHQ-2"), new Scored.Measure.Total("70274-6", "GAD-7"));
    }

    @Test
    void a_mood_has_a_code_of_ours() {
        var mood = one(Records.rich("en"), Observation.class, Records.id("s1"));

        assertThat(mood.getCode().getCodingFirstRep().getSystem()).isEqualTo("urn:aftercare:observation");
        assertThat(mood.getCode().getCodingFirstRep().getCode()).isEqualTo("mood-0-10");
    }

    @Test
    void a_questionnaire_that_stopped_has_what_was_answered_and_no_score() {
        var record = Records.rich("en");

        var stopped = one(record, QuestionnaireResponse.class, Ids.response(Records.id("GAD7")));
        assertThat(stopped.getStatus().toCode()).isEqualTo("stopped");
        assertThat(stopped.getItem()).hasSize(3);
        assertThat(all(record, Observation.class))
                .noneMatch(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("70274-6"));
    }

    @Test
    void a_window_has_the_offset_of_its_zone_at_each_end() {
        var period = one(Records.rich("en"), CommunicationRequest.class, Records.id("T06"))
                .getOccurrencePeriod();

        assertThat(period.getStartElement().getValueAsString()).isEqualTo("2026-03-08T01:00:00-05:00");
        assertThat(period.getEndElement().getValueAsString()).isEqualTo("2026-03-08T18:00:00-04:00");
    }

    @Test
    void each_touchpoint_says_how_it_stands() {
        assertThat(all(Records.rich("en"), CommunicationRequest.class))
                .extracting(
                        request -> request.getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode(),
                        request -> request.getStatus().toCode(),
                        request -> request.getStatusReason().getText())
                .containsExactly(
                        tuple("T01", "completed", null),
                        tuple("T02", "completed", null),
                        tuple("T06", "active", null),
                        tuple("T10", "on-hold", "Texts to the patient are held until a human lets go."),
                        tuple("T11", "active", null),
                        tuple("T13", "on-hold", "It is paused."),
                        tuple("T14", "revoked", "The visit was cancelled."),
                        tuple("T15", "revoked", "Its hours are over, and late is never."),
                        tuple("T16", "revoked", "The carrier could not deliver it."),
                        tuple(
                                "T17",
                                "unknown",
                                "Whether the carrier took it is not known yet; it is never sent again."),
                        tuple("T22", "revoked", "Too little time is left before the visit."));
        assertThat(all(Records.rich("en"), CommunicationRequest.class)).noneMatch(CommunicationRequest::hasPayload);
    }

    @Test
    void each_text_says_how_far_it_came_and_only_what_left_has_words() {
        var record = Records.rich("en");

        assertThat(all(record, Communication.class))
                .extracting(
                        text -> text.getIdPart(),
                        text -> text.getStatus().toCode(),
                        Communication::hasPayload,
                        Communication::hasSent,
                        Communication::hasReceived)
                .containsExactly(
                        tuple(Records.id("m1").toString(), "completed", true, true, false),
                        tuple(Records.id("m2").toString(), "completed", true, true, false),
                        tuple(Records.id("r1").toString(), "completed", true, false, true),
                        tuple(Records.id("r2").toString(), "completed", true, false, true),
                        tuple(Records.id("r3").toString(), "completed", false, false, true),
                        tuple(Records.id("m3").toString(), "completed", true, true, false),
                        tuple(Records.id("m4").toString(), "in-progress", true, true, false),
                        tuple(Records.id("m5").toString(), "not-done", false, false, false),
                        tuple(Records.id("m6").toString(), "not-done", true, true, false),
                        tuple(Records.id("m7").toString(), "unknown", true, true, false),
                        tuple(Records.id("m8").toString(), "not-done", false, false, false));
        assertThat(one(record, Communication.class, Records.id("m5"))
                        .getStatusReason()
                        .getText())
                .isEqualTo("Texts to the patient are held until a human lets go.");
    }

    @Test
    void texts_hang_together() {
        var record = Records.rich("en");
        var question = one(record, Communication.class, Records.id("m2"));
        var answer = one(record, Communication.class, Records.id("r1"));
        var typed = one(record, Communication.class, Records.id("m3"));

        assertThat(question.getBasedOnFirstRep().getReference()).isEqualTo(Ids.urn(Records.id("T02")));
        assertThat(answer.getInResponseToFirstRep().getReference()).isEqualTo(Ids.urn(Records.id("m2")));
        assertThat(answer.getSender().getReference()).isEqualTo(Ids.urn(Ids.patient("jordan")));
        assertThat(typed.getInResponseToFirstRep().getReference()).isEqualTo(Ids.urn(Records.id("r2")));
        assertThat(typed.getSender().getIdentifier().getValue()).isEqualTo("rosa");
        assertThat(typed.hasBasedOn()).isFalse();
    }

    @Test
    void a_reply_from_a_shared_number_names_no_sender() {
        var shared = one(Records.rich("en"), Communication.class, Records.id("r2"));

        assertThat(shared.hasSender()).isFalse();
        assertThat(shared.getNoteFirstRep().getText()).contains("several patients share");
    }

    @Test
    void the_same_record_has_the_same_resources() {
        assertThat(json(Records.rich("en"))).isEqualTo(json(Records.rich("en")));
    }

    @Test
    void every_reason_is_said_in_words() {
        var reasons = Stream.concat(
                Arrays.stream(DropReason.values()).map(Enum::name),
                Arrays.stream(SkipReason.values()).map(Enum::name));

        assertThat(reasons)
                .allSatisfy(reason -> assertThat(ReasonWords.words(reason))
                        .isNotBlank()
                        .doesNotContain("_")
                        .matches("[A-Z].*"));
        assertThat(ReasonWords.words("SOMETHING_NEW")).isEqualTo("Something new");
    }

    private static PatientRecord with(Filled filled) {
        return new PatientRecord(
                Records.person("en"), Records.CLINIC, List.of(), List.of(), List.of(filled), List.of());
    }

    private static List<String> items(PatientRecord record, Instrument instrument) {
        return one(record, QuestionnaireResponse.class, Ids.response(Records.id(instrument.name()))).getItem().stream()
                .map(QuestionnaireResponse.QuestionnaireResponseItemComponent::getLinkId)
                .toList();
    }

    private static String patientId(PatientRecord record) {
        return Ids.patient(record.person().patientId().value()).toString();
    }

    private static <T extends Resource> T one(PatientRecord record, Class<T> type, UUID id) {
        return all(record, type).stream()
                .filter(resource -> resource.getIdPart().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Resource> List<T> all(PatientRecord record, Class<T> type) {
        return bundle(record).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Bundle bundle(PatientRecord record) {
        return PatientBundle.of(record, Records.id("export"), NOW);
    }

    private static String json(PatientRecord record) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle(record));
    }
}
