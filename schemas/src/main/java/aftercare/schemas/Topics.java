package aftercare.schemas;

import java.util.List;

/** Every topic, by the name it has in Kafka. Each has {@link #PARTITIONS} partitions. */
public final class Topics {
    public static final String PATIENTS = "clinic.patients";
    public static final String APPOINTMENTS = "clinic.appointments";
    public static final String CHECKINS = "clinic.checkins";
    public static final String REQUESTS = "messaging.requests";
    public static final String REPLIES = "messaging.replies";
    public static final String RESCREENS = "messaging.rescreens";
    public static final String VERDICTS = "screening.verdicts";
    public static final String REVIEWS = "messaging.reviews";
    public static final String RECEIPTS = "messaging.receipts";
    public static final String ESCALATIONS = "escalation.events";
    public static final String JOURNEYS = "journeys.events";

    public static final int PARTITIONS = 12;

    /** What an unreadable event's topic is called: {@code <topic>.dlt}. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    public static final List<String> ALL = List.of(
            PATIENTS,
            APPOINTMENTS,
            CHECKINS,
            REQUESTS,
            REPLIES,
            RESCREENS,
            VERDICTS,
            REVIEWS,
            RECEIPTS,
            ESCALATIONS,
            JOURNEYS);

    private Topics() {}
}
