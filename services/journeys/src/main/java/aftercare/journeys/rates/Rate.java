package aftercare.journeys.rates;

/**
 * How patients took one touchpoint.
 *
 * @param sent texts that left, or may have left
 * @param asked of these, how many asked something
 * @param answered of these, how many the patient wrote after while the question counted
 * @param optedOut how many the patient stopped texts within 24 hours of
 * @param itemNine how many were answered with risk where the question asks about risk
 */
public record Rate(String touchpoint, int sent, int asked, int answered, int optedOut, int itemNine) {

    Rate plus(Rate other) {
        return new Rate(
                touchpoint,
                sent + other.sent,
                asked + other.asked,
                answered + other.answered,
                optedOut + other.optedOut,
                itemNine + other.itemNine);
    }
}
