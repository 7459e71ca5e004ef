package aftercare.escalation.exercises;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts canaries when they are due, sends the text of what was started, and ends what is over. Rows first: a kill stops nothing. */
@Component
class ExerciseWork {
    private static final Logger log = LoggerFactory.getLogger(ExerciseWork.class);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Exercises exercises;
    private final Runs runs;
    private final CanaryCalendar calendar;
    private final CanaryPager pager;
    private final ExerciseText text;
    private final CanarySettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;

    ExerciseWork(
            Exercises exercises,
            Runs runs,
            CanaryCalendar calendar,
            CanaryPager pager,
            ExerciseText text,
            CanarySettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.exercises = exercises;
        this.runs = runs;
        this.calendar = calendar;
        this.pager = pager;
        this.text = text;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() {
        if (pager.number().isPresent()) {
            calendar.atTheLatest(clock.instant().plus(settings.every()));
        } else {
            log.atWarn()
                    .log(
                            "No canary is set up: nothing tries the whole chain by itself, and no drill can be started. Set escalation.canary.number");
        }
    }

    int look() {
        var ended = runs.endWhatIsOver(clock.instant());
        startCanaryIfDue();
        var sent = send();
        return ended || sent ? 1 : 0;
    }

    private void startCanaryIfDue() {
        var now = clock.instant();
        if (isCanaryDue(now) && calendar.claim(now, now.plus(settings.again()))) {
            runs.startCanary(now);
        }
    }

    /** While something else is under way it waits. */
    private boolean isCanaryDue(Instant now) {
        return pager.number().isPresent()
                && calendar.dueAt().filter(due -> !due.isAfter(now)).isPresent()
                && exercises.underWay().isEmpty();
    }

    private boolean send() {
        var number = pager.number();
        var claimed = number.flatMap(from -> exercises.claimUnsent(machineClock.instant(), LEASE));
        claimed.ifPresent(run -> send(run, number.orElseThrow()));
        return claimed.isPresent();
    }

    /** Where nobody knows whether it went, it is not sent again: what does not come back is missed. */
    private void send(Exercise run, String from) {
        switch (text.send(from)) {
            case Accepted ignored -> runs.sent(run, clock.instant());
            case Uncertain ignored -> runs.sent(run, clock.instant());
            case Refused(var status, var code) ->
                log.atError()
                        .addKeyValue("exercise", run.id())
                        .addKeyValue("httpStatus", status)
                        .addKeyValue("code", code)
                        .log(
                                "The carrier does not take the text of an exercise; it is tried again until it counts as missed");
        }
    }

    private int pending(Instant now) {
        var over = exercises.underWay().flatMap(run -> runs.outcome(run, now)).isPresent();
        return (over || isCanaryDue(now) ? 1 : 0) + (exercises.isToSend(machineClock.instant()) ? 1 : 0);
    }

    private Optional<Instant> nextDueAfter(Instant now) {
        var canary = pager.number().flatMap(number -> calendar.dueAt()).filter(due -> due.isAfter(now));
        var look = exercises.underWay().flatMap(run -> runs.nextLookAfter(run, now));
        return Stream.of(canary, look).flatMap(Optional::stream).min(Instant::compareTo);
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        DueWork exerciseDueWork(ExerciseWork work) {
            return new DueWork("exercises", Duration.ofSeconds(1), work::look);
        }

        @Bean
        WorkSource exercisesToDo(ExerciseWork work) {
            return new WorkSource() {
                @Override
                public int pending(Instant now) {
                    return work.pending(now);
                }

                @Override
                public Optional<Instant> nextDueAfter(Instant now) {
                    return work.nextDueAfter(now);
                }
            };
        }
    }
}
