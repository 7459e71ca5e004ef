package aftercare.journeys.versions;

/**
 * How many pages of on-call a version's PHQ-9s are to be expected to cause: item 9 of 1 or more pages somebody at once.
 *
 * @param perWeek how many PHQ-9s go out a week
 * @param answered how many there were so far, and in how many of them item 9 was 1 or more
 * @param rate what is expected of the next ones: experience, and the less of it there is the more the prior
 */
record ItemNine(double perWeek, int answered, int hits, double rate, double prior, double pagesPerWeek) {

    static ItemNine of(double perWeek, int answered, int hits, double prior, int priorAnswers) {
        double rate = (hits + prior * priorAnswers) / (answered + priorAnswers);
        return new ItemNine(perWeek, answered, hits, rate, prior, perWeek * rate);
    }
}
