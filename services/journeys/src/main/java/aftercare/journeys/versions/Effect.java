package aftercare.journeys.versions;

import aftercare.journeys.versions.Shift.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What publishing would do to enrolled patients' messages.
 *
 * @param enrolled how many there are
 * @param looked how many of them were looked at; fewer than all: a sample, or no more time
 * @param sends how many messages the new version would send to those
 * @param touched of those looked at, how many get other messages
 */
record Effect(int days, int enrolled, int looked, int touched, int sends, List<Line> lines) {
    private static final int EXAMPLES = 5;

    /**
     * What becomes of one touchpoint.
     *
     * @param examples a few of the messages, as they would go
     */
    record Line(
            String touchpoint,
            Map<Kind, Integer> counts,
            int acrossClockChange,
            int inQuietHours,
            List<Shift> examples) {
        static Line of(String touchpoint, List<Shift> shifts) {
            var counts = new EnumMap<Kind, Integer>(Kind.class);
            shifts.forEach(shift -> counts.merge(shift.kind(), 1, Integer::sum));
            return new Line(
                    touchpoint,
                    counts,
                    (int) shifts.stream().filter(Shift::acrossClockChange).count(),
                    (int) shifts.stream().filter(Shift::inQuietHours).count(),
                    shifts.stream().limit(EXAMPLES).toList());
        }
    }

    static List<Line> lines(List<Shift> shifts) {
        var byTouchpoint = new TreeMap<String, List<Shift>>();
        shifts.forEach(shift -> byTouchpoint
                .computeIfAbsent(shift.touchpoint(), none -> new ArrayList<>())
                .add(shift));
        return byTouchpoint.entrySet().stream()
                .map(touchpoint -> Line.of(touchpoint.getKey(), touchpoint.getValue()))
                .toList();
    }

    boolean isSample() {
        return looked < enrolled;
    }
}
