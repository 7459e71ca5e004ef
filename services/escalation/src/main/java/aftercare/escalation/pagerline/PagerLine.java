package aftercare.escalation.pagerline;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.paging.Dispatches;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;

/** Acts on each stored text: a colleague's is done and answered; anybody else's is a patient's reply and goes to messaging (S2). */
@Service
class PagerLine {
    private static final Logger log = LoggerFactory.getLogger(PagerLine.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BATCH = 20;
    private static final String ALARM = "messaging for a patient's text";

    private final PagerTexts texts;
    private final ColleagueReplies colleagues;
    private final StaffRoster roster;
    private final Dispatches answers;
    private final ServiceClients clients;
    private final Alarms alarms;
    private final MachineClock clock;
    private final TransactionTemplate transaction;

    PagerLine(
            PagerTexts texts,
            ColleagueReplies colleagues,
            StaffRoster roster,
            Dispatches answers,
            ServiceClients clients,
            Alarms alarms,
            MachineClock clock,
            TransactionTemplate transaction) {
        this.texts = texts;
        this.colleagues = colleagues;
        this.roster = roster;
        this.answers = answers;
        this.clients = clients;
        this.alarms = alarms;
        this.clock = clock;
        this.transaction = transaction;
    }

    int actOnDue() {
        var claimed = texts.claim(clock.instant(), LEASE, BATCH);
        claimed.forEach(text -> roster.withNumber(text.from())
                .ifPresentOrElse(colleague -> act(text, colleague), () -> handOver(text)));
        return claimed.size();
    }

    private void act(PagerText text, Staff colleague) {
        var answer = colleagues.answer(colleague, text.body());
        transaction.executeWithoutResult(status -> {
            answers.notice(colleague.id(), answer, clock.instant());
            texts.settle(text.carrierId(), "COLLEAGUE", clock.instant());
        });
    }

    private void handOver(PagerText text) {
        try {
            clients.to("messaging", Caller.service("escalation"))
                    .post()
                    .uri("/v1/replies")
                    .body(Map.of(
                            "carrierId", text.carrierId(),
                            "from", text.from(),
                            "body", text.body(),
                            "mediaCount", text.mediaCount()))
                    .retrieve()
                    .toBodilessEntity();
            texts.settle(text.carrierId(), "HANDED_OVER", clock.instant());
            alarms.clear(AlarmKind.SERVICE_SILENT, ALARM);
        } catch (RestClientException e) {
            log.atWarn()
                    .addKeyValue("text", text.carrierId())
                    .addKeyValue("error", e.getClass().getName())
                    .log("A patient's text could not be handed over yet");
            tryAgain(text, clock.instant());
        }
    }

    private void tryAgain(PagerText text, Instant now) {
        texts.again(text.carrierId(), now.plusSeconds(Math.min(1L << Math.min(text.attempts() - 1, 4), 10)));
        if (!now.isBefore(text.receivedAt().plus(PATIENCE))) {
            alarms.raise(AlarmKind.SERVICE_SILENT, ALARM);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        DueWork pagerLineWork(PagerLine line) {
            return new DueWork("pager-line", Duration.ofSeconds(1), line::actOnDue);
        }

        @Bean
        WorkSource pagerTextsToDo(PagerTexts texts) {
            return new WorkSource() {
                @Override
                public int pending(Instant now) {
                    return texts.unsettled();
                }

                @Override
                public Optional<Instant> nextDueAfter(Instant now) {
                    return Optional.empty();
                }
            };
        }
    }
}
