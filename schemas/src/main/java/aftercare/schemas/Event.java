package aftercare.schemas;

/** A fact on a Kafka topic. Its record names its CloudEvents type with {@link EventType}. */
public interface Event {}
