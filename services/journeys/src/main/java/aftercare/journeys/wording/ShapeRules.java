package aftercare.journeys.wording;

import aftercare.journeys.wording.Segments.Encoding;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text is made of: variables, letters, links, and its length once it is filled in. */
final class ShapeRules {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?<![\\w@])(?:https?://|www\\.)?(?:[a-z0-9-]+\\.)+(?:com|org|net|io|ly|co|us|me|health|info|link|gl|gd|cc|to|app|page|care)(?![\\w.-]*@)\\b(?:/\\S*)?|https?://\\S+");
    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "goo.gl",
            "ow.ly",
            "is.gd",
            "buff.ly",
            "rebrand.ly",
            "cutt.ly",
            "tiny.cc",
            "shorturl.at",
            "rb.gy",
            "t.ly",
            "bl.ink");

    private ShapeRules() {}

    static Stream<Finding> findings(String text, String language, Place place, ClinicSettings clinic) {
        var variables = place.sample(clinic);
        return Stream.of(
                        unfilled(text, language, variables),
                        foreign(text, language),
                        foreignName(clinic, language),
                        links(text, language),
                        length(text, language, place, variables))
                .flatMap(found -> found);
    }

    private static Stream<Finding> unfilled(String text, String language, Variables variables) {
        var unknown = variables.unfilled(text, language).toList();
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> unknown.contains(name(found)))
                .map(
                        found -> new Finding(
                                Severity.ERROR,
                                "VARIABLE",
                                language,
                                found.start(),
                                found.end(),
                                "has a variable that nothing fills: " + found.group(),
                                "There are {clinic} and {phone}, and for a text about a visit {date}, {time} and {time-6h}, six hours before it."));
    }

    private static String name(MatchResult found) {
        return found.group().substring(1, found.group().length() - 1);
    }

    private static Stream<Finding> foreign(String text, String language) {
        var findings = new ArrayList<Finding>();
        int at = 0;
        for (int character : text.codePoints().toArray()) {
            int next = at + Character.charCount(character);
            if (GsmAlphabet.septets(character) == 0) {
                findings.add(foreign(character, language, at, next));
            }
            at = next;
        }
        return findings.stream();
    }

    private static Finding foreign(int character, String language, int from, int to) {
        var standIn = GsmAlphabet.standIn(character);
        return new Finding(
                Severity.ERROR,
                "ALPHABET",
                language,
                from,
                to,
                "holds \"" + Character.toString(character)
                        + "\", which is not in the GSM alphabet: with it only 134 characters fit into two segments",
                standIn.isEmpty()
                        ? "Leave it out."
                        : "Write \"" + standIn + "\", or another word where that would change the meaning.");
    }

    private static Stream<Finding> foreignName(ClinicSettings clinic, String language) {
        return foreign(clinic.name(), language)
                .map(found -> new Finding(
                        found.severity(),
                        found.rule(),
                        language,
                        0,
                        0,
                        "the clinic's name " + found.what(),
                        "Change the setting clinic.name."));
    }

    private static Stream<Finding> links(String text, String language) {
        return LINK.matcher(text).results().map(found -> link(found, language));
    }

    private static Finding link(MatchResult found, String language) {
        var host = found.group()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/.*$", "");
        return SHORTENERS.contains(host)
                ? new Finding(
                        Severity.ERROR,
                        "SHORTENER",
                        language,
                        found.start(),
                        found.end(),
                        "holds a shortened link (" + host + "), which carriers block",
                        "Leave the link out and name the phone: {phone}.")
                : new Finding(
                        Severity.WARNING,
                        "LINK",
                        language,
                        found.start(),
                        found.end(),
                        "holds a link (" + host + "), which a patient can't tell from a fraud",
                        "Leave the link out and name the phone, or register the address with the carrier.");
    }

    private static Stream<Finding> length(String text, String language, Place place, Variables variables) {
        var filled = variables.fillKnown(text, language);
        if (filled.isBlank()) {
            return Stream.of(whole("EMPTY", language, "is empty", "Write what it says, or take the touchpoint out."));
        }
        var segments = Segments.of(filled);
        int room = Math.min(place.room(), segments.encoding().room(Segments.MOST));
        return segments.fit() && segments.length() <= room
                ? Stream.empty()
                : Stream.of(tooLong(segments, room, language));
    }

    private static Finding tooLong(Segments segments, int room, String language) {
        boolean alone = room == segments.encoding().room(Segments.MOST);
        return whole(
                "LENGTH",
                language,
                "is " + segments.length() + " characters long in " + segments.encoding() + " once filled in; " + room
                        + (alone ? " fit into two segments" : " leave room for what follows it in the same text"),
                "Make it " + Math.max(1, segments.length() - room) + " shorter"
                        + (segments.encoding() == Encoding.UCS_2
                                ? ", or mend the letters outside the GSM alphabet."
                                : ", or say one thing less."));
    }

    private static Finding whole(String rule, String language, String what, String mend) {
        return new Finding(Severity.ERROR, rule, language, 0, 0, what, mend);
    }
}
