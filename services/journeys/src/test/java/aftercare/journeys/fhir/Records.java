package aftercare.journeys.fhir;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.fhir.Filled.Standing;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Why;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Patients' records as a clinic would have them. */
final class Records {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final PatientRecord.Clinic CLINIC = new PatientRecord.Clinic("Harbor Clinic", "+12025550100");

    private Records() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    static PatientRecord.Person person(String language) {
        return new PatientRecord.Person(
                new PatientId("jordan"),
                "Jordan Example",
                "+12025550123",
                List.of("+12025550123", "+12025550177"),
                language,
                NEW_YORK,
                false,
                false);
    }

    static PatientRecord empty() {
        var nobody =
                new PatientRecord.Person(new PatientId("p_1/?"), null, null, List.of(), "en", NEW_YORK, false, false);
        return new PatientRecord(nobody, CLINIC, List.of(), List.of(), List.of(), List.of());
    }

    /** Every state a touchpoint and a text can have, a reply bound to its question, a colleague's answer, three questionnaires and a mood. */
    static PatientRecord rich(String language) {
        return new PatientRecord(
                person(language),
                CLINIC,
                List.of(
                        planned("T01", State.DELIVERED, false, null),
                        planned("T02", State.SENT, false, null),
                        planned("T06", State.PLANNED, false, null),
                        planned("T10", State.REQUESTED, true, "HELD"),
                        planned("T11", State.SENDING, false, null),
                        planned("T13", State.WITHDRAWN, true, "PAUSED"),
                        planned("T14", State.WITHDRAWN, false, "VISIT_CANCELLED"),
                        planned("T15", State.SKIPPED, false, "WINDOW_CLOSED"),
                        planned("T16", State.UNDELIVERED, false, "UNDELIVERED"),
                        planned("T17", State.UNCERTAIN, false, "UNCERTAIN"),
                        unplaceable()),
                List.of(
                        sent("m1", "T01", "DELIVERED", "Welcome to Harbor Clinic."),
                        sent("m2", "T02", "SENT", "How is your mood, 0 to 10?"),
                        received("r1", "ROUTINE", "7", "m2", false),
                        received("r2", "CRISIS", "I can't go on", null, true),
                        received("r3", null, null, null, false),
                        typed("m3", "Rosa here. I'll call you now.", "r2"),
                        sent("m4", "T11", "SENDING", "Home and OK?"),
                        sent("m5", "T15", "SKIPPED", "never said"),
                        sent("m6", "T16", "UNDELIVERED", "A tip for today."),
                        sent("m7", "T17", "UNKNOWN", "One more question."),
                        sent("m8", "T17", "REFUSED", "never taken")),
                List.of(
                        filled(Instrument.PHQ2, language, Standing.COMPLETED, 2),
                        filled(Instrument.PHQ9, language, Standing.COMPLETED, 9),
                        filled(Instrument.GAD7, language, Standing.STOPPED, 3)),
                List.of(
                        new Scored(
                                id("s1"),
                                new Scored.Measure.Mood(),
                                7,
                                null,
                                null,
                                "machine:journeys",
                                NEW_YORK,
                                at("2026-03-02T18:00")),
                        scored(Instrument.PHQ2, 2),
                        scored(Instrument.PHQ9, 9)));
    }

    /** The day the clocks change: the window opens in winter time and closes in summer time. */
    static final Window WINDOW = new Window(at("2026-03-08T01:00"), at("2026-03-08T18:00"));

    static Planned planned(String touchpoint, State state, boolean onHold, @Nullable String reason) {
        return new Planned(
                id(touchpoint),
                touchpoint,
                "Name of " + touchpoint,
                Purpose.CHECK_IN,
                new AppointmentId("visit-1"),
                WINDOW,
                NEW_YORK,
                new Why("session completed", "COMPLETED PT3H 17:00-20:00", at("2026-03-07T14:00")),
                state,
                onHold,
                reason);
    }

    private static Planned unplaceable() {
        return new Planned(
                id("T22"),
                "T22",
                "Relapse watch",
                Purpose.CHECK_IN,
                null,
                null,
                NEW_YORK,
                new Why("visit begins", "SESSION -P2D", at("2026-03-07T14:00")),
                State.WITHDRAWN,
                false,
                "SHORT_NOTICE");
    }

    static Text sent(String name, String touchpoint, String status, String words) {
        return new Text(
                id(name),
                false,
                at("2026-03-02T10:00"),
                words,
                status,
                null,
                touchpoint,
                status.equals("SKIPPED") ? "HELD" : null,
                null,
                null,
                false,
                id(touchpoint),
                null);
    }

    static Text typed(String name, String words, String answers) {
        return new Text(
                id(name),
                false,
                at("2026-03-02T11:00"),
                words,
                "DELIVERED",
                null,
                "TYPED",
                null,
                "rosa",
                id(answers),
                false,
                null,
                null);
    }

    static Text received(
            String name, @Nullable String level, @Nullable String words, @Nullable String answers, boolean shared) {
        return new Text(
                id(name),
                true,
                at("2026-03-02T10:30"),
                words,
                "RECEIVED",
                level,
                null,
                null,
                null,
                null,
                shared,
                null,
                answers == null ? null : id(answers));
    }

    /** The first {@code answered} items, each answered one higher than the one before. */
    static Filled filled(Instrument instrument, String language, Standing standing, int answered) {
        var questionnaire = Questionnaires.shipped().of(instrument);
        return new Filled(
                id(instrument.name()),
                questionnaire.panel(),
                questionnaire.wording(),
                language,
                NEW_YORK,
                standing,
                at("2026-03-02T12:00"),
                IntStream.range(0, answered)
                        .mapToObj(item -> {
                            var answer = questionnaire.answers().get(item % 4);
                            return new Filled.Item(
                                    questionnaire.items().get(item).loinc(),
                                    questionnaire.items().get(item).text().in(language),
                                    answer.value(),
                                    answer.loinc(),
                                    answer.text().in("en"));
                        })
                        .toList());
    }

    static Scored scored(Instrument instrument, int value) {
        var questionnaire = Questionnaires.shipped().of(instrument);
        return new Scored(
                id("score of " + instrument),
                new Scored.Measure.Total(questionnaire.total(), questionnaire.name()),
                value,
                questionnaire.band(value),
                id(instrument.name()),
                "machine:journeys",
                NEW_YORK,
                at("2026-03-02T12:00"));
    }
}
