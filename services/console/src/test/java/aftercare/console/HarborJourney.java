package aftercare.console;

import java.time.Duration;
import java.time.Instant;

/** The clinic's journey as its service tells it: a version in force that one clinician has half read, and a draft with a mistake. */
record HarborJourney(FakeService journeys, Instant now) {
    private static final String T11 = """
            {"id":"T11","name":"Next-day check","purpose":"CHECK_IN","priority":90,"anchor":"COMPLETED","offset":"P1D","fallback":"P1D",
             "window":"10:00-13:00","oncePer":"DAY","maxAge":"P2D","text":{"en":"Mood 0-10? {phone}","es":"Humor de 0 a 10 {phone}"},
             "asks":{"form":"NUMBER","min":0,"max":10,"riskAnswers":["0","1"],"answerWithin":"PT20H","requests":{"1":"CALL_ME"}},
             "answers":{"1":{"en":"Thank you."}},"reminder":{"at":"16:00"},"silence":{"by":"20:00","then":"TASK"}}""";
    private static final String T06 = """
            {"id":"T06","name":"Preparation","purpose":"LOGISTICS","priority":70,"anchor":"SESSION","offset":"-P1D","window":"late",
             "oncePer":"START","text":{"en":"Visit {date}"},"byRoute":{"fasting":{"UNKNOWN":{"en":"Eat as told"}}},
             "when":{"routes":["IV"],"numbers":{"from":2}}}""";
    private static final String JOURNEY = """
            {"journey":"default","settle":"PT10M","dischargeAfterEnd":"PT2H","dischargeAfterStart":"PT3H",
             "touchpoints":[%s,%s],"topics":[{"id":"E02","name":"Approval","mandatory":true,"text":{"en":"Legal"}}]}""".formatted(T06, T11);

    void open() {
        journeys.posted().clear();
        var texts = """
                [{"id":"T06","name":"Preparation","digest":"d6","approval":null},
                 {"id":"T11","name":"Next-day check","digest":"d11","approval":{"by":"sam","at":"%s"}}]""".formatted(now);
        var version = """
                {"number":4,"state":"PUBLISHED","inFlight":"MOVE","publishedAt":"%s","publishedBy":"mira","takesEffectAt":null,
                 "inForceFrom":"%s","undoes":null}""".formatted(now, now);
        var former = version.replace("\"number\":4", "\"number\":3").replace("PUBLISHED", "RETIRED");
        var view = "{\"version\":" + version + ",\"journey\":" + JOURNEY + ",\"texts\":" + texts + ",\"staying\":2}";
        journeys.answers("/v1/journeys/default/versions", "[" + version + "," + former + "]");
        journeys.answers("/v1/journeys/default/versions/current", view);
        journeys.answers("/v1/journeys/default/versions/4", view);
        journeys.answers("/v1/journeys/default/versions/4/yaml", "journey: default");
        journeys.answers("/v1/journeys/default/draft", """
                {"tag":"whole","basedOn":4,"startedAt":"%s","startedBy":"mira","editedAt":"%s","editedBy":"mira","journey":%s,
                 "tags":{"T06":"tag6","T11":"tag11","E02":"tagE","settings":"tagS"},
                 "problems":[{"touchpoint":"T06","field":"window","what":"is no span such as 09:00-20:00"}],"texts":%s}""".formatted(now, now, JOURNEY, texts));
        journeys.answers("/v1/journeys/default/draft/yaml", "journey: default");
        for (var element : new String[] {"touchpoints/T06", "touchpoints/T11", "touchpoints/T01", "topics/E02"}) {
            journeys.answers("/v1/journeys/default/draft/" + element, "{}");
        }
        journeys.answers("/v1/journeys/preview", """
                {"samples":[{"field":"text.en","language":"en","detailed":false,"route":null,"text":"Harbor Clinic: visit","encoding":"GSM-7",
                  "length":20,"room":160,"parts":1,
                  "findings":[{"severity":"WARNING","rule":"LINK","language":"en","from":0,"to":1,"what":"It has a link","mend":"Leave it out"}]}],
                 "problems":[{"touchpoint":"T06","field":"window","what":"is no span"}]}""");
        journeys.answers("/v1/journeys/test-texts", "{\"sent\":\"text.en\"}");
        journeys.answers("/v1/journeys/default/approvals", "[]");
        review(false);
        journeys.answers("/v1/journeys/pauses", """
                {"at":"%s","pauses":[{"id":"11111111-1111-4111-8111-111111111111","scope":"TOUCHPOINT","patientId":null,"touchpoint":"T11",
                  "since":"%s","until":null,"reason":"wording","pausedBy":"mira","resumedBy":null}],"past":[]}""".formatted(now, now));
        journeys.answers("/v1/journeys/closures", """
                [{"id":"c1","firstDay":"2026-11-26","lastDay":"2026-11-27","name":"Thanksgiving","enteredBy":"mira"}]""");
        journeys.answers("/v1/journeys/rates", """
                {"from":"%s","until":"%s","touchpoints":[{"touchpoint":"T11","sent":40,"asked":40,"answered":12,"optedOut":1,"itemNine":0}]}""".formatted(now, now));
        journeys.answers(
                "/v1/journeys/dry-runs", """
                {"at":"%s","zone":"America/New_York","visits":[{"id":"visit-1","startsAt":"%s","route":"IV"}],"lines":[
                 {"touchpoint":"T11","name":"Next-day check","purpose":"CHECK_IN","opensAt":"%s","closesAt":"%s","zone":"America/New_York",
                  "text":"Harbor Clinic: mood?","language":"en","parts":1,"reason":null,"because":null,
                  "why":{"event":"session completed","rule":"x","at":"%s"},"reminder":true,"said":false,"clocksChanged":true},
                 {"touchpoint":"T06","name":"Preparation","purpose":"LOGISTICS","opensAt":null,"closesAt":null,"zone":"America/New_York",
                  "text":null,"language":null,"parts":0,"reason":"SHORT_NOTICE","because":"Too little time is left before the visit.",
                  "why":{"event":"visit begins","rule":"x","at":"%s"},"reminder":false,"said":false,"clocksChanged":false}]}""".formatted(now, now, now, now.plus(Duration.ofHours(3)), now, now));
    }

    /** What publishing would change; ready: nothing is to mend and every text is approved. */
    void review(boolean ready) {
        journeys.answers("/v1/journeys/default/draft/review", """
                {"tag":"whole","against":4,"differences":[
                  {"element":"T11","name":"Next-day check","kind":"CHANGED","field":"window","before":"10:00-13:00","after":"11:00-13:00"},
                  {"element":"T07","name":"Nudge","kind":"ADDED","field":"","before":null,"after":null}],
                 "problems":%s,"notApproved":%s,"effect":{"days":14,"enrolled":9000,"looked":2000,"touched":3,"sends":40,"lines":[
                  {"touchpoint":"T11","counts":{"MOVES":3,"DOUBLES":1},"acrossClockChange":1,"inQuietHours":0,"examples":[
                   {"kind":"MOVES","patientId":"jordan","touchpoint":"T11","from":"%s","to":"%s","zone":"America/New_York","because":null,"acrossClockChange":true}]}]},
                 "itemNine":{"perWeek":2.0,"answered":0,"hits":0,"rate":0.2,"prior":0.2,"pagesPerWeek":0.4},"staying":2}""".formatted(
                ready ? "[]" : "[{\"touchpoint\":\"T06\",\"field\":\"window\",\"what\":\"is no span\"}]",
                ready ? "[]" : "[{\"id\":\"T06\",\"name\":\"Preparation\",\"digest\":\"d6\",\"approval\":null}]",
                now,
                now.plus(Duration.ofHours(1))));
    }
}
