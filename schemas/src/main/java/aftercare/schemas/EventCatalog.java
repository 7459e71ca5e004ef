package aftercare.schemas;

import aftercare.schemas.clinic.AppointmentFact;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.PatientFact;
import aftercare.schemas.escalation.EscalationFact;
import aftercare.schemas.journeys.JourneyFact;
import aftercare.schemas.messaging.MessageOrder;
import aftercare.schemas.messaging.Receipt;
import aftercare.schemas.messaging.ReplyFact;
import aftercare.schemas.messaging.Review;
import aftercare.schemas.screening.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event type there is, found by walking the sealed interfaces of the topics. */
public final class EventCatalog {
    private static final Map<String, Class<? extends Event>> BY_TYPE = Stream.of(
                    PatientFact.class,
                    AppointmentFact.class,
                    CheckInFact.class,
                    MessageOrder.class,
                    ReplyFact.class,
                    Verdict.class,
                    Review.class,
                    Receipt.class,
                    EscalationFact.class,
                    JourneyFact.class)
            .flatMap(topic -> Stream.of(topic.getPermittedSubclasses()))
            .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
            .collect(Collectors.toUnmodifiableMap(EventCatalog::typeOf, Function.identity()));

    private EventCatalog() {}

    /** The record of a CloudEvents type; empty for a type that this version does not know. */
    public static Optional<Class<? extends Event>> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static List<Class<? extends Event>> all() {
        return List.copyOf(BY_TYPE.values());
    }

    public static String typeOf(Class<? extends Event> event) {
        return described(event).value();
    }

    public static String topicOf(Class<? extends Event> event) {
        return described(event).topic();
    }

    private static EventType described(Class<? extends Event> event) {
        var description = event.getAnnotation(EventType.class);
        if (description == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return description;
    }
}
