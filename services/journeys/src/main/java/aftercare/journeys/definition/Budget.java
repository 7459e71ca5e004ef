package aftercare.journeys.definition;

/**
 * How many texts a patient gets at most. What does not fit is dropped and never queued for the next day.
 *
 * @param perDay on an ordinary day of the patient's
 * @param perSessionDay on the day of a session and on its eve
 * @param perWeek on any seven days in a row: the frequency that the opt-in text promises
 */
public record Budget(int perDay, int perSessionDay, int perWeek) {
    public static final Budget USUAL = new Budget(2, 3, 12);
}
