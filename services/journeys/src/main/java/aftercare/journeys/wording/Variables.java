package aftercare.journeys.wording;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code {clinic}}, {@code {phone}}, {@code {date}}, {@code {time}} and {@code {time-6h}} (so long before the visit) stand for.
 *
 * @param visit the visit's start in the clinic's zone; none for a text about no visit
 */
public record Variables(ClinicSettings clinic, @Nullable ZonedDateTime visit) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BEFORE = Pattern.compile("time-(\\d{1,2})(h|min)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("EEE MMM d", Locale.US);
    // Of the Spanish accents only é is in GSM-7; the others are left out (docs/journey-texts.md).
    private static final List<String> SPANISH_DAYS = List.of("lun", "mar", "mié", "jue", "vie", "sab", "dom");
    private static final List<String> SPANISH_MONTHS =
            List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");

    /** The text with every variable filled. */
    public String fill(String template, String language) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), language)
                        .orElseThrow(() -> new IllegalStateException("No value for {" + found.group(1) + "}"))));
    }

    /** The text as far as it can be filled; a variable that nothing fills takes no room. */
    String fillKnown(String template, String language) {
        return VARIABLE.matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), language).orElse("")));
    }

    /** Variables of a template that nothing can fill. */
    public Stream<String> unfilled(String template, String language) {
        return VARIABLE.matcher(template)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> value(name, language).isEmpty());
    }

    private Optional<String> value(String name, String language) {
        return switch (name) {
            case "clinic" -> Optional.of(clinic.name());
            case "phone" -> Optional.of(clinic.spokenPhone());
            case "date" -> Optional.ofNullable(visit).map(start -> date(start, language));
            case "time" -> Optional.ofNullable(visit).map(TIME::format);
            default ->
                before(name).flatMap(span -> Optional.ofNullable(visit).map(start -> TIME.format(start.minus(span))));
        };
    }

    private static Optional<Duration> before(String name) {
        var matcher = BEFORE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(matcher.group(1));
        return Optional.of(matcher.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount));
    }

    private static String date(ZonedDateTime start, String language) {
        return language.equals("es")
                ? SPANISH_DAYS.get(start.getDayOfWeek().getValue() - 1) + " " + start.getDayOfMonth() + " "
                        + SPANISH_MONTHS.get(start.getMonthValue() - 1)
                : ENGLISH_DATE.format(start);
    }
}
