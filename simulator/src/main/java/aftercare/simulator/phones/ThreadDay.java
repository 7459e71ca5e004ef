package aftercare.simulator.phones;

import aftercare.simulator.carrier.Direction;
import aftercare.simulator.carrier.Status;
import aftercare.simulator.clock.ClinicZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The texts of one day in the clinic, as the page shows them. */
record ThreadDay(String day, List<Line> lines) {

    /**
     * One bubble on the page.
     *
     * @param note how far the text has come, in words
     */
    record Line(String body, boolean typed, boolean unread, boolean failed, String time, String note) {}

    static List<ThreadDay> of(PhoneView phone, ClinicZone zone) {
        var days = new LinkedHashMap<String, List<Line>>();
        for (var text : phone.texts()) {
            days.computeIfAbsent(zone.day(text.at()), day -> new ArrayList<>()).add(line(text, zone));
        }
        return days.entrySet().stream()
                .map(day -> new ThreadDay(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }

    private static Line line(PhoneView.Bubble text, ClinicZone zone) {
        return new Line(
                words(text),
                text.direction() == Direction.FROM_PHONE,
                text.unread(),
                text.status() == Status.UNDELIVERED || text.status() == Status.NOT_TAKEN,
                zone.time(text.at()),
                note(text));
    }

    private static String words(PhoneView.Bubble text) {
        var pictures = text.media() == 0 ? "" : text.media() == 1 ? "[a picture]" : "[" + text.media() + " pictures]";
        return pictures.isEmpty() ? text.body() : (pictures + " " + text.body()).strip();
    }

    private static String note(PhoneView.Bubble text) {
        return switch (text.status()) {
            case QUEUED, SENT -> text.line();
            case DELIVERED -> text.line() + " · delivered";
            case UNDELIVERED -> text.line() + " · never arrived (" + text.errorCode() + ")";
            case RECEIVING -> "to " + text.line() + " · not taken yet, trying again";
            case RECEIVED -> "to " + text.line();
            case NOT_TAKEN -> "to " + text.line() + " · not taken";
        };
    }
}
