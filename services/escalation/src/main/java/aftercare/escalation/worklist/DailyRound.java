package aftercare.escalation.worklist;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Holds;
import aftercare.escalation.oncall.Notices;
import aftercare.escalation.oncall.OnCall;
import aftercare.escalation.oncall.Rung;
import aftercare.escalation.site.Site;
import aftercare.escalation.site.StaffedHours;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Once in each staffed day: whoever leads the shift hears of overdue work, and long holds come up. Nobody hears of either at night. */
@Service
class DailyRound {
    private final WorkItems items;
    private final WorkList workList;
    private final OverdueSummaries summaries;
    private final Holds holds;
    private final OnCall onCall;
    private final Notices notices;
    private final Facts facts;
    private final StaffedHours hours;
    private final OverdueWords words;
    private final Duration longHold;

    DailyRound(
            WorkItems items,
            WorkList workList,
            OverdueSummaries summaries,
            Holds holds,
            OnCall onCall,
            Notices notices,
            Facts facts,
            StaffedHours hours,
            Site site,
            WorkListSettings settings) {
        this.items = items;
        this.workList = workList;
        this.summaries = summaries;
        this.holds = holds;
        this.onCall = onCall;
        this.notices = notices;
        this.facts = facts;
        this.hours = hours;
        this.words = new OverdueWords(site);
        this.longHold = settings.keptHold();
    }

    /** @return how many things it did */
    @Transactional
    public int look(Instant now) {
        if (!hours.isStaffed(now)) {
            return 0;
        }
        return tellOfOverdue(now) + listLongHolds(now);
    }

    private int tellOfOverdue(Instant now) {
        var day = hours.dayOf(now);
        if (summaries.toldOn(day)) {
            return 0;
        }
        var overdue = items.overdue(now);
        var lead = shiftLead(now);
        if (overdue.isEmpty() || lead.isEmpty() || !summaries.add(day, lead.get(), overdue.size(), now)) {
            return 0;
        }
        notices.tell(lead.get(), words.say(overdue, now));
        facts.record(
                now,
                Facts.MACHINE,
                "OverdueTold",
                "staff/" + lead.get(),
                Map.of("overdue", String.valueOf(overdue.size())));
        return 1;
    }

    /** The first who can be reached of those whom a concern would page. */
    private Optional<StaffId> shiftLead(Instant now) {
        return onCall.at(now, Cause.CONCERN_NOW).stream()
                .map(Rung::people)
                .flatMap(List::stream)
                .findFirst();
    }

    private int listLongHolds(Instant now) {
        if (!longHoldsWait(now)) {
            return 0;
        }
        workList.longHolds(subject(now), holds.activeSince(now.minus(longHold)).size(), now);
        return 1;
    }

    private String subject(Instant now) {
        return "long-holds/" + hours.dayOf(now);
    }

    /** Whether a look would do something now. */
    boolean isDue(Instant now) {
        return hours.isStaffed(now) && (overdueWaits(now) || longHoldsWait(now));
    }

    private boolean overdueWaits(Instant now) {
        return !summaries.toldOn(hours.dayOf(now))
                && !items.overdue(now).isEmpty()
                && shiftLead(now).isPresent();
    }

    private boolean longHoldsWait(Instant now) {
        return !items.isKnown(subject(now))
                && !items.isOpen(WorkKind.LONG_HOLDS)
                && !holds.activeSince(now.minus(longHold)).isEmpty();
    }

    /** When there may next be something to tell; each day has one of each. */
    Optional<Instant> nextAfter(Instant now) {
        return Stream.of(nextOverdue(now), nextLongHold(now))
                .flatMap(Optional::stream)
                .filter(next -> next.isAfter(now))
                .min(Instant::compareTo);
    }

    private Optional<Instant> nextOverdue(Instant now) {
        return items.firstOpenDue().map(due -> {
            var staffed = hours.next(due.isAfter(now) ? due.plusMillis(1) : now);
            return summaries.toldOn(hours.dayOf(staffed)) ? hours.nextDayStart(staffed) : staffed;
        });
    }

    private Optional<Instant> nextLongHold(Instant now) {
        if (items.isOpen(WorkKind.LONG_HOLDS)) {
            return Optional.empty();
        }
        return holds.oldestActive().map(placed -> {
            var due = placed.plus(longHold);
            var staffed = hours.next(due.isAfter(now) ? due : now);
            return items.isKnown(subject(staffed)) ? hours.nextDayStart(staffed) : staffed;
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        private static final Duration POLL = Duration.ofSeconds(5);

        @Bean
        DueWork dailyRoundWork(DailyRound round, ClinicClock clock) {
            return new DueWork("daily-round", POLL, () -> round.look(clock.instant()));
        }

        @Bean
        WorkSource dailyRoundToDo(DailyRound round) {
            return new WorkSource() {
                @Override
                public int pending(Instant now) {
                    return round.isDue(now) ? 1 : 0;
                }

                @Override
                public Optional<Instant> nextDueAfter(Instant now) {
                    return round.nextAfter(now);
                }
            };
        }
    }
}
