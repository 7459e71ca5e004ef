package aftercare.journeys.answers;

import aftercare.journeys.questionnaires.Shape;
import aftercare.journeys.wording.Texts;
import java.util.Map;

/** The same question once more, with the answers it takes. It says nothing of what was written, since nobody may have read it. */
final class AskAgain {
    private static final Texts NUMBER = new Texts(Map.of(
            "en",
            "{clinic}: the last question takes one number from MIN to MAX as its answer. If that does not fit, call {phone}."
                    + " Not monitored 24/7. Crisis: call or text 988. Emergency: 911.",
            "es",
            "{clinic}: la ultima pregunta se responde con un numero de MIN a MAX. Si no le sirve, llame al {phone}."
                    + " Nadie lo vigila 24/7. Crisis: llame o escriba al 988. Emergencia: 911."));
    private static final Texts CHOICE = new Texts(Map.of(
            "en",
            "{clinic}: the last question takes one of these as its answer: CHOICES. If none fits, call {phone}."
                    + " Not monitored 24/7. Crisis: call or text 988. Emergency: 911.",
            "es",
            "{clinic}: la ultima pregunta se responde con una de estas opciones: CHOICES. Si ninguna le sirve, llame al {phone}."
                    + " Nadie lo vigila 24/7. Crisis: llame o escriba al 988. Emergencia: 911."));

    private AskAgain() {}

    /** With the clinic's variables still to be filled. */
    static String template(Shape shape, String language) {
        return switch (shape.form()) {
            case NUMBER ->
                NUMBER.in(language)
                        .replace("MIN", String.valueOf(shape.min()))
                        .replace("MAX", String.valueOf(shape.max()));
            case CHOICE -> CHOICE.in(language).replace("CHOICES", String.join(", ", shape.choices()));
        };
    }
}
