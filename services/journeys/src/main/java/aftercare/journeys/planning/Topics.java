package aftercare.journeys.planning;

import static java.util.Comparator.comparing;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which topic each drip tells: the next that the patient has not seen, mandatory ones first, each once. */
final class Topics {
    private final Journey journey;
    private final Rows rows;

    Topics(Journey journey, Rows rows) {
        this.journey = journey;
        this.rows = rows;
    }

    List<Occasion> tell(List<Occasion> occasions) {
        var left = left(seen(occasions));
        Map<String, Occasion> told = new HashMap<>();
        occasions.stream()
                .filter(occasion -> occasion.touchpoint().draws() && occasion.isPlanned())
                .filter(occasion -> occasion.window() != null)
                .sorted(comparing((Occasion occasion) -> occasion.goesIn().opensAt())
                        .thenComparing(Occasion::key))
                .forEach(occasion -> told.put(occasion.key(), next(occasion, left)));
        return occasions.stream()
                .map(occasion -> told.getOrDefault(occasion.key(), occasion))
                .toList();
    }

    private Occasion next(Occasion occasion, List<Topic> left) {
        var kept = kept(occasion);
        if (kept.isPresent()) {
            return occasion.telling(kept.get());
        }
        return left.isEmpty() ? occasion.droppedFor(DropReason.NO_TOPIC_LEFT) : occasion.telling(left.removeFirst());
    }

    /** What was asked for keeps its topic. */
    private Optional<Topic> kept(Occasion occasion) {
        return rows.of(occasion)
                .filter(PlannedTouchpoint::mayHaveBeenSaid)
                .map(PlannedTouchpoint::topic)
                .flatMap(journey::topic);
    }

    private List<Topic> left(Set<String> seen) {
        var left = new ArrayList<Topic>();
        journey.topics().stream().filter(Topic::mandatory).forEach(left::add);
        journey.topics().stream().filter(topic -> !topic.mandatory()).forEach(left::add);
        left.removeIf(topic -> seen.contains(topic.code()));
        return left;
    }

    /** Told as a topic, or by a touchpoint's own text that was said or is to come. */
    private Set<String> seen(List<Occasion> occasions) {
        var seen = new HashSet<String>();
        rows.all().stream().filter(PlannedTouchpoint::mayHaveBeenSaid).forEach(row -> {
            if (row.topic() != null) {
                seen.add(row.topic());
            }
            journey.touchpoint(row.touchpoint()).ifPresent(touchpoint -> seen.addAll(touchpoint.covers()));
        });
        occasions.stream()
                .filter(Occasion::isPlanned)
                .forEach(occasion -> seen.addAll(occasion.touchpoint().covers()));
        return seen;
    }
}
