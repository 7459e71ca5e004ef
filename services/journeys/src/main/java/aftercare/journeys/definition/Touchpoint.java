package aftercare.journeys.definition;

import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.Purpose;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text of a journey, or one thing that it asks of staff.
 *
 * @param priority 0 to 100, which is also its {@link Rank}
 * @param kinds the visits it belongs to
 * @param wording none where it draws its words from the topics, or where it only asks something of staff
 * @param answers the fixed texts that answer a routine answer, by the answer
 * @param toStaff nothing is sent: it becomes a task of staff, with the text, if any, for a human to approve
 * @param draws it says the next topic that the patient has not seen
 * @param covers topics that its own text tells, so that they are not drawn any more
 */
public record Touchpoint(
        String code,
        String name,
        Purpose purpose,
        int priority,
        Set<VisitKind> kinds,
        Timing timing,
        Conditions when,
        @Nullable Wording wording,
        @Nullable Asks asks,
        @Nullable Reminder reminder,
        @Nullable SilenceRule silence,
        Map<String, Texts> answers,
        boolean toStaff,
        boolean draws,
        Set<String> covers) {
    public Touchpoint {
        kinds = Set.copyOf(kinds);
        answers = Map.copyOf(answers);
        covers = Set.copyOf(covers);
    }

    /** Where its text stands, for {@link aftercare.journeys.wording.Lint}. */
    public Place place(boolean detailed, String language) {
        boolean ofVisit = timing.anchor().isOfVisit();
        if (purpose == Purpose.OPT_IN) {
            return new Place(Place.Kind.FIRST_TEXT, detailed, ofVisit);
        }
        if (asks == null) {
            return new Place(Place.Kind.STATEMENT, detailed, ofVisit);
        }
        return asks.instrument() == null
                ? new Place(Place.Kind.QUESTION, detailed, ofVisit)
                : new Place(
                        Place.Kind.LEAD_IN, detailed, ofVisit, asks.instrument().leadIn(language));
    }

    /** A topic's words, a reminder's own, or the touchpoint's; none where it only asks something of staff. */
    public @Nullable Wording words(@Nullable Topic topic, boolean reminds) {
        if (topic != null) {
            return topic.wording();
        }
        return reminds && reminder != null && reminder.text() != null
                ? new Wording(reminder.text(), null, Map.of())
                : wording;
    }

    public Rank rank() {
        return Rank.of(priority);
    }
}
