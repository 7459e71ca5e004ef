package aftercare.screening.text;

/** Whether a word is another with a letter or two wrong, missing, doubled or swapped. */
final class Misspelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    private Misspelling() {}

    static boolean of(String word, String written) {
        if (word.length() < SHORTEST || written.length() < SHORTEST - 1 || word.charAt(0) != written.charAt(0))
            return false;
        int allowed = word.length() >= LONG ? 2 : 1;
        return Math.abs(word.length() - written.length()) <= allowed && distance(word, written) <= allowed;
    }

    /** Edit distance where swapping two neighbours counts once. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
