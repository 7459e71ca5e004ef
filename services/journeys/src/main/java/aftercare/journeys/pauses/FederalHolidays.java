package aftercare.journeys.pauses;

import static java.util.Comparator.comparing;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;

/** The eleven US federal holidays of a year, on the days that they are observed on. */
final class FederalHolidays {
    /** Washington keeps them all; the country's own list lacks one that only some states keep. */
    private static final String WASHINGTON = "dc";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", "New Year's Day"),
            Map.entry("MARTIN_LUTHER_KING", "Martin Luther King Jr. Day"),
            Map.entry("PRESIDENTS_DAY", "Washington's Birthday"),
            Map.entry("MEMORIAL_DAY", "Memorial Day"),
            Map.entry("JUNETEENTH", "Juneteenth"),
            Map.entry("INDEPENDENCE_DAY", "Independence Day"),
            Map.entry("LABOUR_DAY", "Labor Day"),
            Map.entry("INDIGENOUS_PEOPLES_DAY", "Columbus Day"),
            Map.entry("VETERANS_DAY", "Veterans Day"),
            Map.entry("THANKSGIVING", "Thanksgiving Day"),
            Map.entry("CHRISTMAS", "Christmas Day"));

    private FederalHolidays() {}

    record Day(LocalDate day, String name) {}

    static List<Day> of(int year) {
        var calendar = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));
        return calendar.getHolidays(Year.of(year), WASHINGTON).stream()
                .filter(holiday -> NAMES.containsKey(holiday.getPropertiesKey()))
                .sorted(comparing(Holiday::getDate))
                .map(holiday -> new Day(holiday.getDate(), NAMES.getOrDefault(holiday.getPropertiesKey(), "Holiday")))
                .toList();
    }
}
