package aftercare.escalation.oncall;

import java.time.Duration;

/** One try at each person of a rung: by which way, and how long after the rung began (clinic time). */
public record Notification(ContactKind by, Duration after) {
    /** By text, as the rung begins. */
    public static final Notification TEXT_AT_ONCE = new Notification(ContactKind.SMS, Duration.ZERO);
}
