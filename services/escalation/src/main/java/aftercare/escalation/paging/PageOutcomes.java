package aftercare.escalation.paging;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseHistory;
import aftercare.escalation.cases.CaseState;
import aftercare.escalation.cases.Cases;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.paging.Pages.Page;
import aftercare.escalation.site.Site;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Paged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a text to a colleague says just before it goes, and what follows from what became of it. */
@Service
class PageOutcomes {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FAILURES_THAT_ALARM = 3;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
    private static final String CARRIER = "pages";

    private final Pages pages;
    private final StaffTexts texts;
    private final Pursuits pursuits;
    private final Cases cases;
    private final CaseHistory history;
    private final Facts facts;
    private final Alarms alarms;
    private final PageWords words;
    private final PagingSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final ApplicationEventPublisher events;
    private final AtomicInteger failuresInARow = new AtomicInteger();

    PageOutcomes(
            Pages pages,
            StaffTexts texts,
            Pursuits pursuits,
            Cases cases,
            CaseHistory history,
            Facts facts,
            Alarms alarms,
            Site site,
            PagingSettings settings,
            ClinicClock clock,
            MachineClock machineClock,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.texts = texts;
        this.pursuits = pursuits;
        this.cases = cases;
        this.history = history;
        this.facts = facts;
        this.alarms = alarms;
        this.words = new PageWords(site.name());
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
        this.events = events;
    }

    /** What the text says now; empty when nothing of it is true any more, and then it is not sent. */
    @Transactional
    public Optional<String> compose(StaffText text) {
        var kind = text.kind();
        if (kind == null) {
            return Optional.ofNullable(text.words());
        }
        var composed = switch (kind) {
            case ALERT -> alert(text);
            case REMINDER -> about(text, words::reminder);
            case JOINED -> about(text, words::joined);
        };
        if (composed.isEmpty()) {
            texts.settle(text.id(), "MOOT", machineClock.instant());
        }
        return composed;
    }

    /** Every case this person has been paged for and nobody has: none is hidden by the one that came last. */
    private Optional<String> alert(StaffText text) {
        var own = pages.ofText(text.id()).stream().map(Page::escalationId).toList();
        var waiting = pages.unresolvedPagedTo(text.staffId()).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(found -> found.state().needsSomeone())
                .toList();
        return waiting.stream().map(Case::id).anyMatch(own::contains)
                ? Optional.of(words.alert(waiting.stream().map(Case::code).toList()))
                : Optional.empty();
    }

    private Optional<String> about(StaffText text, Function<List<String>, String> say) {
        var codes = pages.ofText(text.id()).stream()
                .map(Page::escalationId)
                .distinct()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(found -> isOf(found, text.staffId()))
                .map(Case::code)
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(say.apply(codes));
    }

    private static boolean isOf(Case found, StaffId staff) {
        return found.state() instanceof CaseState.Acknowledged(var by, var at, var lapsed) && by.equals(staff);
    }

    @Transactional
    public void settle(StaffText text, SendOutcome outcome) {
        var machineNow = machineClock.instant();
        switch (outcome) {
            case Accepted(var carrierId) -> accepted(text, carrierId, machineNow);
            case Refused(var status, var code) when status == TOO_MANY_REQUESTS -> again(text, machineNow);
            case Refused refused -> failed(text, "REFUSED", reason(refused), machineNow);
            case Uncertain uncertain -> {
                if (text.attempts() < settings.attempts()) {
                    again(text, machineNow);
                } else {
                    failed(text, "GIVEN_UP", Map.of("how", "uncertain"), machineNow);
                }
            }
        }
    }

    /** They have no number any more. */
    @Transactional
    public void unreachable(StaffText text) {
        failed(text, "REFUSED", Map.of("how", "no number"), machineClock.instant());
    }

    private static Map<String, String> reason(Refused refused) {
        return Map.of("status", String.valueOf(refused.httpStatus()), "code", String.valueOf(refused.errorCode()));
    }

    private void accepted(StaffText text, String carrierId, Instant machineNow) {
        var now = clock.instant();
        texts.sent(text.id(), carrierId, now, machineNow);
        var locked = lock(text.id());
        pages.ofText(text.id()).forEach(page -> tellPaged(locked.get(page.escalationId()), page, now));
        failuresInARow.set(0);
        Facts.afterCommit(() -> alarms.clear(AlarmKind.CARRIER_REFUSES, CARRIER));
    }

    private void tellPaged(@Nullable Case about, Page page, Instant now) {
        if (about == null) {
            return;
        }
        var who = page.staffId().value();
        switch (page.kind()) {
            case ALERT ->
                history.tell(
                        about,
                        new Paged(about.id(), page.id(), page.staffId(), page.round(), page.step(), now),
                        Facts.MACHINE,
                        Map.of(
                                "staff", who,
                                "round", String.valueOf(page.round()),
                                "step", String.valueOf(page.step())));
            case REMINDER -> history.note(about.id(), now, Facts.MACHINE, "OwnerReminded", Map.of("staff", who));
            case JOINED -> history.note(about.id(), now, Facts.MACHINE, "OwnerToldOfMore", Map.of("staff", who));
        }
    }

    private void again(StaffText text, Instant machineNow) {
        var wait = Duration.ofSeconds(1L << Math.min(text.attempts(), 5));
        texts.again(text.id(), machineNow.plus(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF));
        countFailure();
    }

    private void failed(StaffText text, String state, Map<String, String> how, Instant machineNow) {
        if (texts.settle(text.id(), state, machineNow)) {
            countFailure();
            moveOn(text.id(), "PageRefused", how);
        }
    }

    /** What the carrier says became of a text it had taken. */
    @Transactional
    public void receipt(String token, boolean delivered, String code) {
        texts.receipt(token, delivered ? "DELIVERED" : "UNDELIVERED", machineClock.instant())
                .filter(text -> !delivered)
                .ifPresent(text -> moveOn(text, "PageUndelivered", Map.of("code", code)));
    }

    /** Where nobody of a step got the page, the next step is due at once. */
    private void moveOn(UUID text, String what, Map<String, String> how) {
        var now = clock.instant();
        var locked = lock(text);
        pages.ofText(text).forEach(page -> {
            var about = locked.get(page.escalationId());
            if (about != null) {
                moveOn(about, page, what, how, now);
            }
        });
        StaffTexts.ring(events);
    }

    private void moveOn(Case about, Page page, String what, Map<String, String> how, Instant now) {
        var why = new TreeMap<>(how);
        why.put("staff", page.staffId().value());
        history.note(about.id(), now, Facts.MACHINE, what, why);
        if (page.kind() == PageKind.ALERT && !pages.someoneMayHaveIt(about.id(), page.round(), page.step())) {
            pursuits.of(about.id())
                    .ifPresent(pursuit ->
                            pursuits.put(about.id(), PagingPolicy.moveOn(pursuit, page.round(), page.step(), now)));
        }
    }

    private Map<EscalationId, Case> lock(UUID text) {
        var locked = cases.lockAll(
                pages.ofText(text).stream().map(Page::escalationId).distinct().toList());
        facts.lockKeys(locked.stream()
                .map(found -> Facts.key(found.patientIds(), found.lineId()))
                .toList());
        return locked.stream().collect(Collectors.toMap(Case::id, Function.identity()));
    }

    private void countFailure() {
        if (failuresInARow.incrementAndGet() >= FAILURES_THAT_ALARM) {
            Facts.afterCommit(() -> alarms.raise(AlarmKind.CARRIER_REFUSES, CARRIER));
        }
    }
}
