package aftercare.platform.events;

import aftercare.schemas.Topics;
import aftercare.schemas.clinic.CheckInFact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.kafka.annotation.KafkaListener;

/** Remembers what it was given, by key, and fails as often as it was told to. */
public class CheckInListener {
    private final List<Received<? extends CheckInFact>> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Error> errors = new ConcurrentHashMap<>();

    public void failOn(String appointment, int times) {
        failures.put(appointment, times);
    }

    public void breakOn(String appointment, Error error) {
        errors.put(appointment, error);
    }

    @KafkaListener(id = "${spring.application.name}-checkins", topics = Topics.CHECKINS)
    void on(Received<? extends CheckInFact> event) {
        var appointment = appointmentOf(event);
        var error = errors.remove(appointment);
        if (error != null) {
            throw error;
        }
        if (failures.merge(appointment, -1, Integer::sum) >= 0) {
            throw new IllegalStateException("told to fail");
        }
        received.add(event);
    }

    private static String appointmentOf(Received<? extends CheckInFact> event) {
        return event.payload().checkIn().appointmentId().value();
    }

    public List<Received<? extends CheckInFact>> of(String key) {
        return received.stream().filter(event -> event.key().equals(key)).toList();
    }

    public List<String> appointmentsOf(String key) {
        return of(key).stream().map(CheckInListener::appointmentOf).toList();
    }
}
