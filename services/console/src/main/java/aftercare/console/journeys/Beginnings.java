package aftercare.console.journeys;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a new touchpoint begins with: a kind of message that most clinics send, with timing that works and words to make one's own. */
enum Beginnings {
    OPT_IN("""
            {"name":"Opt-in confirmation","purpose":"OPT_IN","priority":100,"anchor":"CONSENT","offset":"PT0S","window":"09:00-20:00",
             "oncePer":"PATIENT","persist":true,"maxAge":"P14D",
             "text":{"en":"{clinic}: you will get texts about your visits, up to 12 a week. Msg & data rates may apply. Reply HELP for help, STOP to end. Not for emergencies, not monitored 24/7. Crisis: call or text 988. Emergency: 911.",
                     "es":"{clinic}: recibira mensajes sobre sus visitas, hasta 12 por semana. Pueden aplicarse tarifas. Responda HELP para ayuda, STOP para terminar. No es para emergencias, nadie lo vigila 24/7. Crisis: llame o escriba al 988. Emergencia: 911."}}"""),
    REMINDER("""
            {"name":"Reminder before a visit","purpose":"LOGISTICS","priority":70,"anchor":"SESSION","offset":"-P1D","window":"10:00-18:00",
             "oncePer":"START",
             "text":{"en":"{clinic}: your visit is on {date} at {time}. To change it, call {phone}.",
                     "es":"{clinic}: su visita es el {date} a las {time}. Para cambiarla, llame al {phone}."}}"""),
    CHECK_IN("""
            {"name":"Check after a visit","purpose":"CHECK_IN","priority":90,"anchor":"COMPLETED","offset":"P1D","fallback":"P1D",
             "window":"10:00-13:00","oncePer":"DAY","maxAge":"P2D",
             "text":{"en":"{clinic}: how is your mood today, from 0 (worst) to 10 (best)? Reply with the number. If anything worries you, call {phone}. Not monitored 24/7. Crisis: call or text 988. Emergency: 911.",
                     "es":"{clinic}: ¿como esta de humor hoy, de 0 (peor) a 10 (mejor)? Responda con el numero. Si algo le preocupa, llame al {phone}. Nadie lo vigila 24/7. Crisis: llame o escriba al 988. Emergencia: 911."},
             "asks":{"form":"NUMBER","min":0,"max":10,"riskAnswers":["0","1","2"],"answerWithin":"PT20H"},
             "silence":{"by":"20:00","then":"TASK","taskFor":"ALWAYS"}}"""),
    TEACHING("""
            {"name":"Education","purpose":"EDUCATION","priority":10,"anchor":"COMPLETED","offset":"P2D","window":"11:00-17:00",
             "oncePer":"PATIENT","maxAge":"P3D","clearOfSession":"PT24H",
             "text":{"en":"{clinic}: ","es":"{clinic}: "}}"""),
    EMPTY("""
            {"purpose":"LOGISTICS","priority":60,"anchor":"SESSION","window":"10:00-18:00","oncePer":"START"}""");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String json;

    Beginnings(String json) {
        this.json = json;
    }

    /** With the first id that is free. */
    ObjectNode element(List<String> taken) {
        var element = (ObjectNode) JSON.readTree(json);
        return JSON.createObjectNode().put("id", freeId(taken, "T")).setAll(element);
    }

    static String freeId(List<String> taken, String letter) {
        for (int number = 1; ; number++) {
            var id = letter + (number < 10 ? "0" : "") + number;
            if (!taken.contains(id)) {
                return id;
            }
        }
    }
}
