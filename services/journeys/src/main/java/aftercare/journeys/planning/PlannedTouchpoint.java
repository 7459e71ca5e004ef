package aftercare.journeys.planning;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint of one patient as it stands in the table.
 *
 * @param asks whether it asks something
 * @param reminderOf the touchpoint whose question it asks again
 * @param topic what it tells, where it draws its words from the topics
 * @param inFavourOf the touchpoints that took its place
 * @param revision rises each time it is planned afresh after it was asked for or dropped
 * @param awaits a withdrawn message of which nobody knows yet that it stayed unsaid; until then nothing is said again (S6)
 * @param heardAt when the patient wrote after the question
 */
public record PlannedTouchpoint(
        UUID id,
        PatientId patientId,
        String touchpoint,
        Purpose purpose,
        int priority,
        boolean persist,
        boolean asks,
        @Nullable UUID reminderOf,
        @Nullable String topic,
        @Nullable AppointmentId appointmentId,
        Why why,
        ZoneId zone,
        @Nullable Window window,
        State state,
        @Nullable String reason,
        @Nullable String inFavourOf,
        int revision,
        @Nullable MessageId messageId,
        @Nullable MessageId awaits,
        @Nullable Instant silentAt,
        @Nullable Instant heardAt,
        @Nullable Instant missedAt) {

    static PlannedTouchpoint first(PatientId patient, Occasion occasion) {
        return of(patient, occasion, 0, null);
    }

    /** Planned afresh: a new message, once it is known what became of the last. */
    PlannedTouchpoint again(Occasion occasion) {
        return of(patientId, occasion, revision + 1, awaits);
    }

    private static PlannedTouchpoint of(
            PatientId patient, Occasion occasion, int revision, @Nullable MessageId awaits) {
        var touchpoint = occasion.touchpoint();
        var dropped = occasion.dropped();
        return new PlannedTouchpoint(
                occasion.id(patient),
                patient,
                touchpoint.code(),
                touchpoint.purpose(),
                touchpoint.priority(),
                touchpoint.timing().persist(),
                touchpoint.asks() != null,
                occasion.remindsOf() == null ? null : Occasion.id(patient, occasion.remindsOf()),
                occasion.topic() == null ? null : occasion.topic().code(),
                occasion.appointmentId(),
                occasion.why(),
                occasion.zone(),
                occasion.window(),
                dropped == null ? State.PLANNED : stateOf(dropped),
                dropped == null ? null : dropped.name(),
                occasion.inFavourOf(),
                revision,
                null,
                awaits,
                occasion.silentAt(),
                null,
                null);
    }

    static State stateOf(DropReason dropped) {
        return dropped.isLateness() ? State.SKIPPED : State.WITHDRAWN;
    }

    /** The same message at what may be another time. */
    PlannedTouchpoint moved(Occasion occasion) {
        return of(patientId, occasion, revision, awaits);
    }

    PlannedTouchpoint dropped(DropReason because, @Nullable String inFavourOf) {
        return ended(stateOf(because), because.name(), inFavourOf, awaits);
    }

    PlannedTouchpoint withdrawn(DropReason because, @Nullable String inFavourOf) {
        return ended(State.WITHDRAWN, because.name(), inFavourOf, messageId);
    }

    private PlannedTouchpoint ended(State next, String because, @Nullable String others, @Nullable MessageId awaited) {
        return with(next, because, others, messageId, awaited, heardAt, missedAt);
    }

    /** It is with staff from now on. */
    public PlannedTouchpoint handedOver() {
        return with(State.HANDED_OVER, null, null, messageId, awaits, null, null);
    }

    public PlannedTouchpoint requested() {
        return with(State.REQUESTED, null, null, messageIdOfThisRevision(), awaits, null, null);
    }

    /** What a receipt of this touchpoint's present message says. */
    public PlannedTouchpoint reported(State next, @Nullable String because) {
        return state.mayBecome(next) ? with(next, because, null, messageId, awaits, heardAt, missedAt) : this;
    }

    /** An earlier message went out although it was to be withdrawn: this touchpoint is said. */
    public PlannedTouchpoint saidBefore(State next, MessageId earlier) {
        return state.isSaid() ? this : with(next, null, null, earlier, null, heardAt, missedAt);
    }

    /** The withdrawn message stayed unsaid. */
    public PlannedTouchpoint unsaid(MessageId withdrawn) {
        return withdrawn.equals(awaits) ? with(state, reason, inFavourOf, messageId, null, heardAt, missedAt) : this;
    }

    private PlannedTouchpoint with(
            State next,
            @Nullable String because,
            @Nullable String others,
            @Nullable MessageId message,
            @Nullable MessageId awaited,
            @Nullable Instant heard,
            @Nullable Instant missed) {
        return new PlannedTouchpoint(
                id,
                patientId,
                touchpoint,
                purpose,
                priority,
                persist,
                asks,
                reminderOf,
                topic,
                appointmentId,
                why,
                zone,
                window,
                next,
                because,
                others,
                revision,
                message,
                awaited,
                silentAt,
                heard,
                missed);
    }

    /** The patient wrote after the question; whether that answers it or not, it is no silence. */
    public PlannedTouchpoint heard(Instant at) {
        return with(state, reason, inFavourOf, messageId, awaits, heardAt == null ? at : heardAt, missedAt);
    }

    public PlannedTouchpoint missed(Instant at) {
        return with(state, reason, inFavourOf, messageId, awaits, heardAt, at);
    }

    public MessageId messageIdOfThisRevision() {
        return new MessageId(named("message/" + id + "/" + revision));
    }

    public QuestionId questionIdOfThisRevision() {
        return new QuestionId(named("question/" + id + "/" + revision));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it may be asked for at {@code now}. */
    public boolean isDue(Instant now, boolean heldBack) {
        return state == State.PLANNED && !heldBack && awaits == null && window != null && window.holds(now);
    }

    /** A message in its window stays asked for when the new window is open as well; one past it is messaging's to skip. */
    boolean stillGoesOut(Window wanted, Instant now) {
        var asked = Objects.requireNonNull(window);
        return !now.isBefore(asked.closesAt())
                || (wanted.holds(now) && wanted.closesAt().equals(asked.closesAt()));
    }

    /** Whether what was skipped may be planned again: messaging's no stands for as long as the window that it was asked for. */
    boolean mayGoAgain(Window wanted) {
        return messageId == null || window == null || !wanted.opensAt().isBefore(window.closesAt());
    }

    /** Whether the patient has read it, or may yet. */
    boolean mayHaveBeenSaid() {
        return state.isSaid() || state == State.REQUESTED || awaits != null;
    }

    /** Whether a question was put and the patient has not written since. */
    public boolean isUnanswered() {
        return asks && state.isSaid() && heardAt == null;
    }

    /** Whether a question was said and nobody wrote by the time that silence is one. */
    public boolean isMissed(Instant now) {
        return waitsForWords() && silentAt != null && !now.isBefore(silentAt);
    }

    boolean waitsForWords() {
        return state.isSaid() && heardAt == null && missedAt == null && silentAt != null;
    }
}
