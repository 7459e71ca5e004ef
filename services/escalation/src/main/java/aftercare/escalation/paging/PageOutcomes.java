package aftercare.escalation.paging;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseHistory;
import aftercare.escalation.cases.CaseState;
import aftercare.escalation.cases.Cases;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.paging.Pages.Page;
import aftercare.escalation.ways.Message;
import aftercare.escalation.ways.PageKind;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.CallStatus;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a page says just before it goes, and what follows from what became of it. */
@Service
class PageOutcomes {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final Pages pages;
    private final Dispatches dispatches;
    private final Pursuits pursuits;
    private final Cases cases;
    private final CaseHistory history;
    private final Facts facts;
    private final WayHealth health;
    private final PagingSettings settings;
    private final VoiceSettings voice;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final ApplicationEventPublisher events;

    PageOutcomes(
            Pages pages,
            Dispatches dispatches,
            Pursuits pursuits,
            Cases cases,
            CaseHistory history,
            Facts facts,
            WayHealth health,
            PagingSettings settings,
            VoiceSettings voice,
            ClinicClock clock,
            MachineClock machineClock,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.dispatches = dispatches;
        this.pursuits = pursuits;
        this.cases = cases;
        this.history = history;
        this.facts = facts;
        this.health = health;
        this.settings = settings;
        this.voice = voice;
        this.clock = clock;
        this.machineClock = machineClock;
        this.events = events;
    }

    /** What there is to say now; empty when nothing of it is true any more, and then it is not sent. */
    @Transactional
    public Optional<Message> compose(Dispatch dispatch) {
        var composed = messageOf(dispatch);
        if (composed.isEmpty()) {
            dispatches.settle(dispatch.id(), "MOOT", machineClock.instant());
        }
        return composed;
    }

    Optional<Message> messageOf(Dispatch dispatch) {
        return switch (dispatch.kind()) {
            case null ->
                Optional.ofNullable(dispatch.words())
                        .map(words ->
                                dispatch.trialOf() == null ? new Message.Answer(words) : new Message.Trial(words));
            case ALERT -> alert(dispatch);
            case REMINDER -> about(dispatch, PageKind.REMINDER, isOf(dispatch.staffId()));
            case JOINED -> about(dispatch, PageKind.JOINED, isOf(dispatch.staffId()));
            case OFFERED -> about(dispatch, PageKind.OFFERED, isOfferedTo(dispatch.staffId()));
        };
    }

    /** Every case this person has been paged for and nobody has: none is hidden by the one that came last. A drill is told of alone. */
    private Optional<Message> alert(Dispatch dispatch) {
        var own =
                pages.ofDispatch(dispatch.id()).stream().map(Page::escalationId).toList();
        var waiting = pages.unresolvedPagedTo(dispatch.staffId(), clock.instant()).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(found -> found.state().needsSomeone() && found.isDrill() == dispatch.drill())
                .toList();
        return waiting.stream().map(Case::id).anyMatch(own::contains)
                ? Optional.of(new Message.Cases(
                        PageKind.ALERT, waiting.stream().map(Case::code).toList(), dispatch.drill()))
                : Optional.empty();
    }

    private Optional<Message> about(Dispatch dispatch, PageKind kind, Predicate<Case> stillSo) {
        var codes = pages.ofDispatch(dispatch.id()).stream()
                .map(Page::escalationId)
                .distinct()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(stillSo)
                .map(Case::code)
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Message.Cases(kind, codes, dispatch.drill()));
    }

    private static Predicate<Case> isOf(StaffId staff) {
        return found -> found.state() instanceof CaseState.Acknowledged(var by, var at, var grip) && by.equals(staff);
    }

    private static Predicate<Case> isOfferedTo(StaffId staff) {
        return found -> found.state() instanceof CaseState.Acknowledged(var by, var at, var grip)
                && grip.offer() != null
                && grip.offer().to().equals(staff);
    }

    @Transactional
    public void settle(Dispatch dispatch, SendOutcome outcome) {
        var machineNow = machineClock.instant();
        switch (outcome) {
            case Accepted(var carrierId) -> accepted(dispatch, carrierId, machineNow);
            case Refused(var status, var code) when status == TOO_MANY_REQUESTS -> again(dispatch, machineNow);
            case Refused refused -> failed(dispatch, "REFUSED", reason(refused), machineNow);
            case Uncertain uncertain -> {
                if (dispatch.attempts() < settings.attempts()) {
                    again(dispatch, machineNow);
                } else {
                    failed(dispatch, "GIVEN_UP", Map.of("how", "uncertain"), machineNow);
                }
            }
        }
    }

    private static Map<String, String> reason(Refused refused) {
        return Map.of("status", String.valueOf(refused.httpStatus()), "code", String.valueOf(refused.errorCode()));
    }

    private void accepted(Dispatch dispatch, String carrierId, Instant machineNow) {
        var now = clock.instant();
        var askAt = dispatch.way() == ContactKind.VOICE ? machineNow.plus(voice.askAfter()) : null;
        dispatches.sent(dispatch.id(), carrierId, askAt, now, machineNow);
        var own = pages.ofDispatch(dispatch.id());
        var locked = lock(own);
        own.forEach(page -> {
            var about = locked.get(page.escalationId());
            if (about != null) {
                tellPaged(about, page, now);
                if (page.way() == ContactKind.EMAIL) {
                    moveOn(about, page, now, true);
                }
            }
        });
        health.works(dispatch.way());
        Dispatches.ring(events);
    }

    private void tellPaged(Case about, Page page, Instant now) {
        var who = page.staffId().value();
        var way = page.way().name();
        switch (page.kind()) {
            case ALERT ->
                history.tell(
                        about,
                        new Paged(about.id(), page.id(), page.staffId(), page.round(), page.step(), now),
                        Facts.MACHINE,
                        Map.of(
                                "staff",
                                who,
                                "way",
                                way,
                                "round",
                                String.valueOf(page.round()),
                                "step",
                                String.valueOf(page.step())));
            case REMINDER ->
                history.note(about.id(), now, Facts.MACHINE, "OwnerReminded", Map.of("staff", who, "way", way));
            case JOINED ->
                history.note(about.id(), now, Facts.MACHINE, "OwnerToldOfMore", Map.of("staff", who, "way", way));
            case OFFERED ->
                history.note(about.id(), now, Facts.MACHINE, "ColleagueAsked", Map.of("staff", who, "way", way));
        }
    }

    private void again(Dispatch dispatch, Instant machineNow) {
        var wait = Duration.ofSeconds(1L << Math.min(dispatch.attempts(), 5));
        dispatches.again(
                dispatch.id(), machineNow.plus(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF));
        health.failed(dispatch.way());
    }

    private void failed(Dispatch dispatch, String state, Map<String, String> how, Instant machineNow) {
        if (dispatches.settle(dispatch.id(), state, machineNow)) {
            health.failed(dispatch.way());
            lost(pages.ofDispatch(dispatch.id()), "PageRefused", how, false);
        }
    }

    /** They have no such way, or had it when they were paged. */
    @Transactional
    public void unreachable(List<Page> unreachable) {
        pages.drop(unreachable.stream().map(Page::id).toList());
        lost(unreachable, "NoWayToPage", Map.of(), true);
    }

    /** Between folding and sending their way has gone. */
    @Transactional
    public void unreachable(Dispatch dispatch) {
        if (dispatches.settle(dispatch.id(), "REFUSED", machineClock.instant())) {
            lost(pages.ofDispatch(dispatch.id()), "NoWayToPage", Map.of(), false);
        }
    }

    /** What the carrier says became of a text it had taken. */
    @Transactional
    public void receipt(String token, boolean delivered, String code) {
        dispatches
                .receipt(token, delivered ? "DELIVERED" : "UNDELIVERED", machineClock.instant())
                .filter(text -> !delivered)
                .ifPresent(text -> lost(pages.ofDispatch(text), "PageUndelivered", Map.of("code", code), false));
    }

    /** A call is over. Unless somebody pressed a key it has reached nobody: what picked up may have been a voicemail. */
    @Transactional
    public void callEnded(String token, @Nullable String carrierId, CallStatus how) {
        dispatches
                .unheard(token, carrierId, machineClock.instant())
                .ifPresent(call -> lost(pages.ofDispatch(call), "CallUnheard", Map.of("how", how.word()), false));
    }

    /** Where nobody of a step may have got the page, the next step is due at once; what was planned for this one goes on. */
    private void lost(List<Page> lost, String what, Map<String, String> how, boolean planned) {
        var now = clock.instant();
        var locked = lock(lost);
        lost.forEach(page -> {
            var about = locked.get(page.escalationId());
            if (about != null) {
                var why = new TreeMap<>(how);
                why.put("staff", page.staffId().value());
                why.put("way", page.way().name());
                history.note(about.id(), now, Facts.MACHINE, what, why);
                moveOn(about, page, now, planned);
            }
        });
        Dispatches.ring(events);
    }

    private void moveOn(Case about, Page page, Instant now, boolean planned) {
        if (page.kind() == PageKind.ALERT
                && !pages.someoneMayHaveIt(about.id(), page.round(), page.step(), now, planned)) {
            pursuits.of(about.id())
                    .ifPresent(pursuit ->
                            pursuits.put(about.id(), PagingPolicy.moveOn(pursuit, page.round(), page.step(), now)));
        }
    }

    private Map<EscalationId, Case> lock(List<Page> about) {
        var locked =
                cases.lockAll(about.stream().map(Page::escalationId).distinct().toList());
        facts.lockKeys(locked.stream()
                .map(found -> Facts.key(found.patientIds(), found.lineId()))
                .toList());
        return locked.stream().collect(Collectors.toMap(Case::id, Function.identity()));
    }
}
