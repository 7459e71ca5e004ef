package aftercare.messaging.consent;

import java.util.Locale;

/**
 * The only texts that answer by machine what was not asked for by a journey. They promise nothing and ask nothing. The Spanish ones keep to
 * letters of the GSM alphabet, so that they do not double in length.
 */
final class FixedTexts {
    private final String name;
    private final String phone;

    FixedTexts(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }

    String help(String language) {
        return spanish(language)
                ? name
                        + ": mensajes sobre sus visitas. La frecuencia cambia, hasta 12 por semana. Pueden aplicarse tarifas de mensajes"
                        + " y datos. Preguntas: llame al " + phone
                        + ". Nadie los vigila las 24 horas. Crisis: llame o escriba al 988. Emergencia: 911."
                        + " Responda ALTO para terminar."
                : name
                        + ": texts around your visits. Frequency varies, up to 12 a week. Msg & data rates may apply. Questions: call "
                        + phone
                        + ". Not monitored 24/7. Crisis: call or text 988. Emergency: 911. Reply STOP to end.";
    }

    String optOutConfirmation(String language) {
        return spanish(language)
                ? name + ": ya no le enviaremos mensajes de texto. Si necesita algo, llame al " + phone
                        + ". Responda START para volver."
                : name + ": you will get no more texts from us. If you need us, call " + phone
                        + ". Reply START to get texts again.";
    }

    private static boolean spanish(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("es");
    }
}
