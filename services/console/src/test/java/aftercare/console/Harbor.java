package aftercare.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A night at the clinic as its services tell it: one case nobody has, one that Rosa has, one with Sam, and the work of the day. */
final class Harbor {
    static final String K7 = "6f1f3d0a-7a4e-4a57-9d2c-0a8d3f6f1a07";
    static final String LINE = "9c53717c-74cf-5d72-8a12-65834faca23d";
    static final String REPLY = "8caacf71-d53a-5fc4-ace4-da33a1aac2e1";
    static final String CONCERN = "1c0e7a52-54a6-4f43-8f8d-6a6f0d8c3b11";

    final FakeService escalation = new FakeService();
    final FakeService messaging = new FakeService();
    final FakeService journeys = new FakeService();
    private Instant now = Instant.EPOCH;

    void busyNight() {
        now = Instant.now();
        escalation.posted().clear();
        messaging.posted().clear();
        cases(
                row(K7, "K7", "CRISIS", "OPEN", true, 12, null),
                row("b1", "M12", "CONCERN_NOW", "ACKNOWLEDGED", false, 34, "rosa"),
                row("b2", "Q3", "UNSCREENED", "ACKNOWLEDGED", false, 8, "sam"),
                row("b3", "R9", "CRISIS", "RESOLVED", false, 400, "sam"));
        escalation.answers("/v1/pages/mine", """
                [{"escalationId":"%s","pages":2,"lastAt":"%s"}]""".formatted(K7, ago(7)));
        escalation.answers("/v1/staff", """
                [{"id":"rosa","name":"Rosa Lindqvist","roles":["STAFF"],"canBePaged":true},
                 {"id":"sam","name":"Sam Adeyemi","roles":["STAFF"],"canBePaged":true}]""");
        escalation.answers("/v1/on-call", """
                {"at":"%s","policies":[{"cause":"CRISIS","steps":[
                 {"step":1,"people":[{"id":"rosa","name":"Rosa"}],"within":"PT5M","notifications":[]},
                 {"step":2,"people":[{"id":"sam","name":"Sam"}],"within":"PT5M","notifications":[]},
                 {"step":3,"people":[],"within":"PT5M","notifications":[]}]}]}""".formatted(now));
        escalation.answers("/v1/on-call/holes", "[]");
        canary("CLOSED");
        escalation.answers("/v1/heartbeat", "{\"state\":\"SENT\",\"lastAt\":\"" + ago(1) + "\"}");
        escalation.answers("/v1/escalations/" + K7 + "/offer/colleagues", "[]");
        escalation.answers("/v1/escalations/" + K7 + "/next-texts", "{\"texts\":[],\"unanswered\":[]}");
        escalation.answers("/v1/dispositions", """
                [{"disposition":"REACHED_NO_SI","endsCase":true,"needsNextContact":false}]""");
        theCase();
        protocol(false);
        escalation.answers("/v1/patients/jordan/safety-plan", """
                {"version":2,"writtenBy":"sam","writtenAt":"%s","warningSigns":"Two nights without sleep","ownCoping":"Walk to the harbour",
                 "distractions":"","peopleWhoHelp":"My sister","professionals":"988","saferSurroundings":"Pills at my sister's"}""".formatted(ago(9000)));
        work();
        statistics();
        messaging.answers("/v1/lines/" + LINE + "/thread", """
                [{"id":"m1","from":"CLINIC","text":"How do you feel today, from 0 to 10?","at":"%s","status":"DELIVERED","level":null,
                  "touchpoint":"T11","crossed":false,"author":null},
                 {"id":"%s","from":"PATIENT","text":"honestly I want to die <tonight>","at":"%s","status":"RECEIVED","level":"CRISIS",
                  "touchpoint":null,"crossed":false,"author":null},
                 {"id":"m2","from":"CLINIC","text":"This is Rosa. May I call?","at":"%s","status":"SENT","level":null,
                  "touchpoint":"TYPED","crossed":false,"author":"rosa"}]""".formatted(ago(60), REPLY, ago(13), ago(2)));
        messaging.answers("/v1/lines/" + LINE, """
                {"lineId":"%s","number":"+12025550161","patients":[],"holds":["CASE_OPEN","ALL"]}""".formatted(LINE));
        messaging.answers("/v1/patients/jordan", """
                {"patientId":"jordan","name":"Jordan Example","number":"+12025550161","lineId":"%s","optedOut":false,"language":"en",
                 "zone":"America/New_York","numbers":["+12025550161","+12025550188"],
                 "secondContact":{"name":"Robin Example","number":"+12025550199","relation":"sister"}}""".formatted(LINE));
        messaging.answers("/v1/patients/jordan/timeline", """
                [{"id":"m1","kind":"TEXT","at":"%s","from":"CLINIC","text":"¿Ya llego a casa?","status":"DELIVERED","level":null,"touchpoint":"T10",
                  "reason":null,"who":null},
                 {"id":"r1","kind":"TEXT","at":"%s","from":"PATIENT","text":"si, gracias","status":"RECEIVED","level":"ROUTINE","touchpoint":null,
                  "reason":null,"who":null},
                 {"id":"m9","kind":"TEXT","at":"%s","from":"CLINIC","text":"Tip of the day","status":"SKIPPED","level":null,"touchpoint":"E11",
                  "reason":"HELD","who":null}]""".formatted(ago(1500), ago(1490), ago(700)));
        messaging.answers("/v1/patients/named", """
                [{"patientId":"jordan","name":"Jordan Example","number":"+12025550161","lineId":"%s","optedOut":false,"language":"es",
                  "zone":"America/New_York"}]""".formatted(LINE));
        messaging.answers("/v1/patients/search", """
                [{"patientId":"jordan","name":"Jordan Example","number":"+12025550161","lineId":"%s","optedOut":false,"language":"es",
                  "zone":"America/New_York"}]""".formatted(LINE));
        progress();
        messaging.answers("/v1/read-through", """
                {"backlog":{"waiting":51,"oldestReceivedAt":"%s"},"readers":[]}""".formatted(ago(14 * 60)));
        messaging.answers("/v1/lines/" + LINE + "/texts", "{}");
        journeys.answers("/v1/patients/jordan/plan", """
                [{"touchpointId":"t1","touchpoint":"T10","appointmentId":"a1","opensAt":"%1$s","closesAt":null,"state":"SENT","reason":null,
                  "why":{"event":"COMPLETED","rule":"PT3H","at":"%2$s"}},
                 {"touchpointId":"t2","touchpoint":"T11","appointmentId":"a1","opensAt":"%3$s","closesAt":"%4$s","state":"PLANNED","reason":null,
                  "why":{"event":"session completed","rule":"COMPLETED 1 d, 10:00-13:00, once per DAY","at":"%2$s"}},
                 {"touchpointId":"t3","touchpoint":"E11","appointmentId":"a1","opensAt":"%1$s","closesAt":"%1$s","state":"SKIPPED",
                  "reason":"NO_ONE_ON_CALL","why":{"event":"session completed","rule":"COMPLETED 2 d, 11:00-17:00, once per PATIENT","at":"%2$s"}}]""".formatted(ago(1500), ago(1600), ago(-600), ago(-780)));
        journeys.answers("/v1/patients/jordan/suggested-words", """
                [{"touchpoint":"T18","name":"Missed visit","text":"Harbor Clinic: sentimos no verle el martes.","language":"es",
                  "closesAt":"%s"}]""".formatted(ago(-300)));
        journeys.answers("/v1/patients/jordan/answers", """
                [{"touchpoint":"T11","value":"2","at":"%s"}]""".formatted(ago(1400)));
        journey();
        escalation.answers("/v1/escalations/" + K7 + "/protocol/CALL", "{}");
        escalation.answers("/v1/work-items/w2/owner", "{}");
        escalation.answers("/v1/work-items/" + CONCERN + "/closure", "{}");
        escalation.answers("/v1/work-items/" + CONCERN + "/reopening", "{}");
    }

    private void journey() {
        new HarborJourney(journeys, now).open();
    }

    void cases(String... rows) {
        escalation.answers("/v1/escalations", "[" + String.join(",", rows) + "]");
    }

    /** How the last canary ended; the one before it came back within 3 s. */
    void canary(String outcome) {
        escalation.answers(
                "/v1/canary", """
                {"setUp":true,"every":"PT6H","within":"PT5M","nextAt":"%s",
                 "last":{"startedAt":"%s","sentAt":null,"pageArrivedAt":null,"secondsToPage":null,"outcome":"%s","late":false},
                 "lastClosed":{"startedAt":"%s","pageArrivedAt":"%s","secondsToPage":3.0,"outcome":"CLOSED","late":false}}""".formatted(now.plus(Duration.ofHours(5)), ago(60), outcome, ago(420), ago(420)));
    }

    void protocol(boolean called) {
        escalation.answers("/v1/escalations/" + K7 + "/protocol", """
                [{"step":"ACKNOWLEDGE","done":false,"byDeed":true,"by":null,"at":null},
                 {"step":"READ","done":true,"byDeed":false,"by":"rosa","at":"%s"},
                 {"step":"CALL","done":%s,"byDeed":false,"by":"rosa","at":"%s"},
                 {"step":"SAFETY_PLAN","done":false,"byDeed":false,"by":null,"at":null},
                 {"step":"DOCUMENT","done":false,"byDeed":true,"by":null,"at":null}]""".formatted(ago(3), called, ago(1)));
    }

    private void theCase() {
        escalation.answers("/v1/escalations/" + K7, """
                {"escalationId":"%s","code":"K7","lineId":"%s","patientIds":["jordan"],"cause":"CRISIS","state":"OPEN","needsSomeone":true,
                 "replies":1,"categories":[],"openedAt":"%s","acknowledgedBy":null,"acknowledgedAt":null,"resolvedBy":null,"resolvedAt":null,"onPhone":false,
                 "offeredTo":null,"lineIds":["%s"],"disposition":null,"spokeWith":null,"nextContactAt":null,"replyIds":["%s"],"reasons":[],
                 "findings":[{"replyId":"%s","cause":"CRISIS","level":"CRISIS","categories":["ACTIVE_IDEATION"],
                   "reasons":["Says that they wish to be dead"],"words":["want to die"],
                   "marks":[{"start":11,"end":22,"rule":"wish-to-die","words":"want to die"}],"versions":"1.0","at":"%s"}],
                 "pages":[{"staffId":"rosa","way":"VOICE","kind":"ALERT","round":1,"step":1,"state":"DELIVERED","dueAt":"%s","sentAt":"%s"}],
                 "history":[{"at":"%s","who":"service:screening","what":"EscalationOpened","detail":{"cause":"CRISIS"},"note":null},
                   {"at":"%s","who":"rosa","what":"CALL","detail":{},"note":"No answer, tried twice"}],"hold":null}""".formatted(
                        K7, LINE, ago(12), LINE, REPLY, REPLY, ago(12), ago(12), ago(12), ago(12), ago(4)));
    }

    private void work() {
        escalation.answers(
                "/v1/work-items",
                "["
                        + String.join(
                                ",",
                                item(
                                        CONCERN,
                                        "CONCERN",
                                        "PASSIVE_IDEATION",
                                        "Says that nothing has a point",
                                        -130,
                                        true),
                                item("w2", "REQUEST", "SCHEDULING", "Asked for: scheduling", 60, false),
                                item(
                                        "w3",
                                        "NEXT_CONTACT",
                                        "SAFETY_PLAN_UPDATED",
                                        "Contact agreed when the case was resolved",
                                        90,
                                        false),
                                item("w4", "KEPT_HOLD", "KEPT_HOLD", "Automatic texts were kept held", 200, false))
                        + "]");
        escalation.answers("/v1/work-items/counts", """
                [{"kind":"CONCERN","open":120,"overdue":1,"dueAt":"%1$s"},{"kind":"REQUEST","open":1,"overdue":0,"dueAt":"%1$s"},
                 {"kind":"NEXT_CONTACT","open":1,"overdue":0,"dueAt":"%1$s"},{"kind":"KEPT_HOLD","open":1,"overdue":0,"dueAt":"%1$s"},
                 {"kind":"SOMETHING_NEW","open":2,"overdue":0,"dueAt":"%1$s"}]""".formatted(now));
    }

    private void progress() {
        journeys.answers("/v1/patients/jordan/scores", """
                {"scores":[
                  {"scale":"MOOD","value":7,"most":10,"band":null,"touchpoint":"T11","scoredBy":"machine:journeys","at":"%s"},
                  {"scale":"MOOD","value":3,"most":10,"band":null,"touchpoint":"T11","scoredBy":"machine:journeys","at":"%s"},
                  {"scale":"PHQ9","value":14,"most":27,"band":"moderate","touchpoint":"T17","scoredBy":"machine:journeys","at":"%s"}],
                 "questionnaires":[
                  {"questionnaireId":"q1","instrument":"PHQ9","name":"PHQ-9","touchpoint":"T17","wording":"phq-9/1999/us","language":"es",
                   "state":"STOPPED","reason":"NOT_IN_TIME","beganAt":"%s","endedAt":"%s","items":[
                    {"item":1,"text":"Poco interés o placer en hacer cosas","value":2,"answerText":"Más de la mitad de los días","at":"%s"},
                    {"item":2,"text":"Se ha sentido decaído(a), deprimido(a) o sin esperanzas","value":null,"answerText":null,"at":null}]}]}""".formatted(
                        ago(15000), ago(1400), ago(9000), ago(9100), ago(8900), ago(9050)));
        journeys.answers("/v1/patients/jordan/visits", """
                [{"appointmentId":"a1","kind":"SESSION","route":"IV","standing":"BOOKED","number":1,"startsAt":"%s","cameAt":"%s","completedAt":"%s"},
                 {"appointmentId":"a2","kind":"SESSION","route":"IV","standing":"CANCELLED","number":2,"startsAt":"%s","cameAt":null,"completedAt":null}]""".formatted(ago(1700), ago(1720), ago(1600), ago(-4000)));
        journeys.answers("/v1/patients/jordan/text-reasons", """
                [{"messageId":"m1","kind":"PLANNED","touchpoint":"T10","event":"session completed",
                  "rule":"COMPLETED PT3H, presumed PT0S, 17:00-20:00, else next day 09:00-12:00, once per DAY","eventAt":"%s","opensAt":"%s",
                  "closesAt":"%s","item":null}]""".formatted(ago(1600), ago(1500), ago(1320)));
        journeys.answers(
                "/v1/touchpoint-names",
                "{\"T10\":\"Same-evening check\",\"T11\":\"Next-day check\",\"E11\":\"How soon\"}");
        journeys.answers("/v1/patient-lists/fallen", list("MOOD_DROP"));
        journeys.answers("/v1/patient-lists/silent", list("T10"));
        journeys.answers("/v1/patient-lists/due", list("T11"));
        journeys.answers("/v1/fixed-answers", """
                [{"topic":"ADDRESS","en":"{clinic} is at 12 Harbor Street.","es":"{clinic} esta en 12 Harbor Street.","enabled":true,
                  "approvedBy":"rosa","approvedAt":"%s"},
                 {"topic":"HOURS","en":null,"es":null,"enabled":false,"approvedBy":null,"approvedAt":null}]""".formatted(ago(100)));
        journeys.answers("/v1/fixed-answers/HOURS", "{}");
        escalation.answers(
                "/v1/patients/jordan/work-items",
                "[" + item("w2", "REQUEST", "SCHEDULING", "Asked for: scheduling", 60, false) + "]");
    }

    private String list(String what) {
        return """
                {"total":120,"rows":[{"patientId":"jordan","at":"%s","what":["%s"],"visitAt":null}]}""".formatted(ago(300), what);
    }

    private void statistics() {
        var weeks = new StringBuilder();
        for (var week = 0; week < 6; week++) {
            for (var shift : new String[] {"ALL", "DAY", "NIGHT"}) {
                weeks.append(weeks.isEmpty() ? "" : ",")
                        .append(period("\"2026-0%d-0%d\"".formatted(1 + week / 4, 5 + week % 4), shift, week));
            }
        }
        var days = new StringBuilder();
        for (var day = 1; day < 29; day++) {
            days.append(days.isEmpty() ? "" : ",").append("""
                    {"day":"2026-02-%02d","pages":%d,"reviewItems":%d,"otherWork":4}""".formatted(day, day % 5, day % 3));
        }
        escalation.answers("/v1/statistics", """
                {"from":"2026-01-05","to":"2026-02-28","all":%s,"weeks":[%s],"days":[%s]}""".formatted(period("null", "ALL", 3), weeks, days));
        escalation.answers("/v1/statistics.csv", "\"period,from,shift\"");
    }

    private static String period(String week, String shift, int n) {
        return """
                {"week":%s,"shift":"%s","cases":%d,"resolved":%d,"judged":%d,"falseAlarms":1,"falseAlarmShare":0.25,
                 "firstPage":%s,"acknowledged":%s,"firstCall":%s,"resolution":%s}""".formatted(
                        week,
                        shift,
                        n + 4,
                        n + 4,
                        n + 4,
                        spread(4 + n),
                        spread(90 + 20 * n),
                        spread(300 + 30 * n),
                        spread(3000 + 100 * n));
    }

    private static String spread(int seconds) {
        return String.format(
                Locale.ROOT, "{\"count\":4,\"p50\":%d,\"p90\":%d,\"max\":%d}", seconds, seconds * 2, seconds * 3);
    }

    String row(String id, String code, String cause, String state, boolean needs, int minutes, @Nullable String owner) {
        var by = owner == null ? "null" : "\"" + owner + "\"";
        return """
                {"escalationId":"%s","code":"%s","lineId":"%s","patientIds":["jordan"],"cause":"%s","state":"%s","needsSomeone":%s,"replies":1,
                 "openedAt":"%s","acknowledgedBy":%s,"acknowledgedAt":%s,"resolvedAt":%s,"disposition":%s,
                 "onPhone":false,"offeredTo":null}""".formatted(
                        id,
                        code,
                        LINE,
                        cause,
                        state,
                        needs,
                        ago(minutes),
                        by,
                        owner == null ? "null" : "\"" + ago(minutes - 2) + "\"",
                        state.equals("RESOLVED") ? "\"" + ago(minutes - 5) + "\"" : "null",
                        state.equals("RESOLVED") ? "\"REACHED_NO_SI\"" : "null");
    }

    private String item(String id, String kind, String about, String reason, int dueInMinutes, boolean overdue) {
        return """
                {"workItemId":"%s","kind":"%s","about":"%s","lineId":%s,"patientId":"jordan","replyId":null,"holdId":"h1","escalationId":"b3",
                 "reasons":["%s"],"openedAt":"%s","dueAt":"%s","overdue":%s,"closedBy":null,"closedAt":null}""".formatted(
                        id,
                        kind,
                        about,
                        kind.equals("CONCERN") ? "\"" + LINE + "\"" : "null",
                        reason,
                        ago(300),
                        now.plus(Duration.ofMinutes(dueInMinutes)),
                        overdue);
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
