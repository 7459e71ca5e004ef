package aftercare.journeys.fhir;

import aftercare.journeys.fhir.Scored.Measure;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Questionnaires with their answers, and scores. There is a score only where every item was answered. */
final class Assessments {
    private static final String SCORE = "{score}";

    private final Parties parties;
    private final Ids ids;

    Assessments(Parties parties, Ids ids) {
        this.parties = parties;
        this.ids = ids;
    }

    QuestionnaireResponse response(Filled filled) {
        var response = new QuestionnaireResponse();
        response.setId(Ids.response(filled.id()).toString());
        response.getMeta().addTag().setSystem(Codes.WORDINGS).setCode(filled.wording());
        response.setLanguage(filled.language());
        response.setQuestionnaire(Codes.questionnaire(filled.panel()));
        response.setStatus(status(filled.standing()));
        response.setSubject(parties.toPatient());
        response.setSource(parties.toPatient());
        response.setAuthoredElement(Times.at(filled.at(), filled.zone()));
        filled.items().forEach(item -> response.addItem(answered(item)));
        return response;
    }

    private static QuestionnaireResponseStatus status(Filled.Standing standing) {
        return switch (standing) {
            case IN_PROGRESS -> QuestionnaireResponseStatus.INPROGRESS;
            case COMPLETED -> QuestionnaireResponseStatus.COMPLETED;
            case STOPPED -> QuestionnaireResponseStatus.STOPPED;
        };
    }

    private static QuestionnaireResponseItemComponent answered(Filled.Item item) {
        var coding = new Coding(Codes.LOINC, item.answerLoinc(), item.answer());
        coding.addExtension(Codes.ORDINAL_VALUE, new DecimalType(item.value()));
        var answered = new QuestionnaireResponseItemComponent();
        answered.setLinkId("/" + item.loinc());
        answered.setText(item.asked());
        answered.addAnswer().setValue(coding);
        return answered;
    }

    Observation observation(Scored scored) {
        var observation = new Observation();
        observation.setId(scored.id().toString());
        observation.setStatus(ObservationStatus.FINAL);
        observation.addCategory(Codes.survey());
        observation.setCode(code(scored.measure()));
        observation.setSubject(parties.toPatient());
        observation.addPerformer(parties.toPatient());
        observation.setEffective(Times.at(scored.at(), scored.zone()));
        observation.setValue(new Quantity(scored.value())
                .setUnit(SCORE)
                .setSystem(Codes.UNITS)
                .setCode(SCORE));
        observation.setMethod(new CodeableConcept().setText("Scored by " + scored.scoredBy()));
        if (scored.band() != null) {
            observation.addInterpretation().setText(scored.band());
        }
        Optional.ofNullable(scored.questionnaireId())
                .map(Ids::response)
                .flatMap(ids::toIfHere)
                .ifPresent(observation::addDerivedFrom);
        return observation;
    }

    private static CodeableConcept code(Measure measure) {
        return switch (measure) {
            case Measure.Total(var loinc, var questionnaire) ->
                new CodeableConcept(new Coding(Codes.LOINC, loinc, null)).setText(questionnaire + " total score");
            case Measure.Mood() -> Codes.mood();
        };
    }
}
