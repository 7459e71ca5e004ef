package aftercare.journeys.planning;

import aftercare.journeys.definition.Budget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The places that a patient's days and weeks have for texts, and which touchpoints took them. */
final class Places {
    private static final int WEEK = 7;

    private final Budget budget;
    private final Predicate<LocalDate> sessionDay;
    private final Map<LocalDate, List<String>> taken = new HashMap<>();

    Places(Budget budget, Predicate<LocalDate> sessionDay) {
        this.budget = budget;
        this.sessionDay = sessionDay;
    }

    void take(LocalDate day, String touchpoint) {
        taken.computeIfAbsent(day, unknown -> new ArrayList<>()).add(touchpoint);
    }

    /** Who took the places, where there is none left on that day or in one of the weeks around it. */
    Optional<String> takenBy(LocalDate day) {
        var onDay = on(day);
        if (onDay.size() >= perDay(day)) {
            return Optional.of(String.join(", ", new TreeSet<>(onDay)));
        }
        return fullWeekAround(day);
    }

    private int perDay(LocalDate day) {
        return sessionDay.test(day) || sessionDay.test(day.plusDays(1)) ? budget.perSessionDay() : budget.perDay();
    }

    private Optional<String> fullWeekAround(LocalDate day) {
        for (int back = 0; back < WEEK; back++) {
            var first = day.minusDays(back);
            int count = 0;
            for (int next = 0; next < WEEK; next++) {
                count += on(first.plusDays(next)).size();
            }
            if (count >= budget.perWeek()) {
                return Optional.of(names(first));
            }
        }
        return Optional.empty();
    }

    private String names(LocalDate first) {
        Set<String> names = new TreeSet<>();
        for (int next = 0; next < WEEK; next++) {
            names.addAll(on(first.plusDays(next)));
        }
        return String.join(", ", names);
    }

    private List<String> on(LocalDate day) {
        return taken.getOrDefault(day, List.of());
    }
}
