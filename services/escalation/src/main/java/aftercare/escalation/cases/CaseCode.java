package aftercare.escalation.cases;

/** What colleagues call a case in a text: a letter and a number, none of which is mistaken for another. */
final class CaseCode {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int FIRST = 2;
    private static final int NUMBERS = 98;

    private CaseCode() {}

    /** Codes come round again after 2352 cases. */
    static String of(long count) {
        var letter = LETTERS.charAt((int) (count % LETTERS.length()));
        return letter + Long.toString(FIRST + count / LETTERS.length() % NUMBERS);
    }
}
