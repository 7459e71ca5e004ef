package aftercare.simulator.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.simulator.calls.Verb.Dial;
import aftercare.simulator.calls.Verb.Gather;
import aftercare.simulator.calls.Verb.Hangup;
import aftercare.simulator.calls.Verb.Redirect;
import aftercare.simulator.calls.Verb.Say;
import aftercare.simulator.carrier.CallFault;
import aftercare.simulator.carrier.ClinicLines;
import aftercare.simulator.carrier.PhoneNumber;
import aftercare.simulator.carrier.Refusal;
import aftercare.simulator.carrier.Refused;
import aftercare.simulator.carrier.Subscriber;
import aftercare.simulator.carrier.Subscribers;
import aftercare.simulator.carrier.TwilioAccount;
import aftercare.simulator.carrier.Webhooks;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets phones ring and leads calls along, in machine time. Each step is stored, so that after a kill a phone goes on ringing and a call goes
 * on where it was.
 */
@Component
public class Switchboard implements SmartLifecycle {
    static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final int WORKERS = 16;
    private static final int LOCKS = 64;
    private static final int TELLS = 4;
    private static final int LONGEST_SCRIPT = 100;

    private final Calls calls;
    private final Subscribers subscribers;
    private final ClinicLines lines;
    private final Webhooks webhooks;
    private final TwilioAccount account;
    private final CallSettings settings;
    private final MachineClock clock;
    private final ClinicClock clinicClock;
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private volatile @Nullable ScheduledThreadPoolExecutor workers;

    Switchboard(
            Calls calls,
            Subscribers subscribers,
            ClinicLines lines,
            Webhooks webhooks,
            TwilioAccount account,
            CallSettings settings,
            MachineClock clock,
            ClinicClock clinicClock) {
        this.calls = calls;
        this.subscribers = subscribers;
        this.lines = lines;
        this.webhooks = webhooks;
        this.account = account;
        this.settings = settings;
        this.clock = clock;
        this.clinicClock = clinicClock;
    }

    /** Takes a call for a phone, or says why not. */
    Call take(CallOrder order) {
        var fault = order.fault();
        if (fault != null) {
            throw new Refused(fault);
        }
        if (lines.at(order.from()).isEmpty()) {
            throw new Refused(Refusal.FOREIGN_CALLER);
        }
        if (!webhooks.mayCall(order.url()) || (order.callback() != null && !webhooks.mayCall(order.callback()))) {
            throw new Refused(Refusal.BAD_URL);
        }
        var phone = subscribers.at(new PhoneNumber(order.to()));
        var chosen = phone.refusedWith();
        if (chosen != null && !Refusal.onTheWay(chosen)) {
            throw new Refused(Refusal.chosen(chosen));
        }
        return ring(phone, order.from(), null, order.url(), order.callback(), order.tells(), order.ring());
    }

    private Call ring(
            Subscriber phone,
            String line,
            @Nullable String parent,
            @Nullable String url,
            @Nullable String callback,
            List<String> tells,
            Duration ring) {
        var now = clock.instant();
        var busy = calls.on(phone.id()).isPresent();
        var call = new Call(
                "CA" + UUID.randomUUID().toString().replace("-", ""),
                parent,
                phone.id(),
                phone.number(),
                line,
                url,
                callback,
                tells,
                Progress.RINGING,
                false,
                Scene.EMPTY,
                now.plus(untilSomethingHappens(phone, busy, ring)),
                now,
                null,
                null,
                clinicClock.instant());
        calls.add(call);
        tell(call, "initiated");
        tell(call, "ringing");
        if (busy) {
            later(AT_ONCE, call.sid(), ringing -> end(ringing, Progress.BUSY));
        } else {
            wait(call);
        }
        return call;
    }

    private Duration untilSomethingHappens(Subscriber phone, boolean busy, Duration ring) {
        var fault = phone.callFault();
        if (busy || fault == CallFault.BUSY || fault == CallFault.FAILED) {
            return AT_ONCE;
        }
        return fault == CallFault.VOICEMAIL && settings.voicemailAfter().compareTo(ring) < 0
                ? settings.voicemailAfter()
                : ring;
    }

    /** The time of a call has come: nobody picked up, or no key was pressed. */
    private Call look(Call call) {
        var due = call.dueAt();
        if (call.progress().isOver() || due == null || due.isAfter(clock.instant())) {
            return call;
        }
        return switch (call.progress()) {
            case RINGING -> unanswered(call);
            case IN_PROGRESS -> call.scene().listening() ? keysEnd(call) : call;
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> call;
        };
    }

    private Call unanswered(Call call) {
        var fault = subscribers.find(call.phoneId()).map(Subscriber::callFault).orElse(null);
        return switch (fault) {
            case BUSY -> end(call, Progress.BUSY);
            case FAILED -> end(call, Progress.FAILED);
            case VOICEMAIL -> begin(call, true);
            case NO_ANSWER -> end(call, Progress.NO_ANSWER);
            case null -> end(call, Progress.NO_ANSWER);
        };
    }

    public void pickUp(String phoneId) {
        change(phoneId, call -> call.progress() == Progress.RINGING ? begin(call, false) : call);
    }

    public void letVoicemailTake(String phoneId) {
        change(phoneId, call -> call.progress() == Progress.RINGING ? begin(call, true) : call);
    }

    public void decline(String phoneId) {
        change(phoneId, call -> call.progress() == Progress.RINGING ? end(call, Progress.BUSY) : call);
    }

    public void hangUp(String phoneId) {
        change(phoneId, call -> call.progress() == Progress.IN_PROGRESS ? hungUp(call) : call);
    }

    public void press(String phoneId, String keys) {
        change(phoneId, call -> keys.chars().boxed().reduce(call, this::press, (one, other) -> other));
    }

    private Call press(Call call, int key) {
        var pressed = Character.toString(key);
        if (call.progress() != Progress.IN_PROGRESS || !call.scene().listening()) {
            return call;
        }
        var gather = listening(call);
        if (gather.finishOnKey().equals(pressed)) {
            return keysEnd(saved(call.now(call.scene().saying(CallLine.pressed("#")), null)));
        }
        var noted = saved(call.now(
                call.scene().pressing(pressed).saying(CallLine.pressed(gather.digits() == 1 ? pressed : "•")),
                clock.instant().plus(gather.timeout())));
        if (gather.digits() > 0 && noted.scene().pressed().length() >= gather.digits()) {
            return keysEnd(noted);
        }
        wait(noted);
        return noted;
    }

    private Gather listening(Call call) {
        return (Gather) verbs(call).get(call.scene().next() - 1);
    }

    private Call keysEnd(Call call) {
        var gather = listening(call);
        var keys = call.scene().pressed();
        var action = gather.action() == null ? call.scene().at() : gather.action();
        if (action == null || (keys.isEmpty() && !gather.evenWhenEmpty())) {
            return goOn(call.now(call.scene().goingOnAt(call.scene().next()), null));
        }
        return ask(call, action, CallForms.pressed(account.accountSid(), call, keys));
    }

    private Call begin(Call call, boolean machine) {
        var answered = saved(call.answered(machine, clock.instant()));
        tell(answered, "answered");
        if (machine) {
            answered =
                    answered.now(answered.scene().saying(CallLine.note("Voicemail took it. What it recorded:")), null);
        }
        var url = answered.url();
        if (url == null) {
            return saved(answered.now(answered.scene().saying(CallLine.note("Connected")), null));
        }
        return ask(answered, url, CallForms.of(account.accountSid(), answered));
    }

    private Call ask(Call call, String address, Map<String, String> form) {
        var at = resolve(call, address);
        if (!webhooks.mayCall(at)) {
            return broken(call);
        }
        var answer = webhooks.ask(
                URI.create(at),
                form,
                UUID.nameUUIDFromBytes((call.sid() + at).getBytes(UTF_8)).toString());
        if (answer.isEmpty() || Twiml.read(answer.get()).isEmpty()) {
            return broken(call);
        }
        return goOn(call.now(call.scene().reading(answer.get(), at), null));
    }

    private static String resolve(Call call, String address) {
        var from = call.scene().at() == null ? call.url() : call.scene().at();
        return from == null ? address : URI.create(from).resolve(address).toString();
    }

    /** What Twilio says when a webhook fails. */
    private Call broken(Call call) {
        log.atWarn().addKeyValue("call", call.sid()).log("The clinic did not say what to say on a call");
        return end(
                call.now(
                        call.scene()
                                .saying(CallLine.heard("We are sorry, an application error has occurred. Goodbye.")),
                        null),
                Progress.COMPLETED);
    }

    private static List<Verb> verbs(Call call) {
        return Optional.ofNullable(call.scene().document()).flatMap(Twiml::read).orElse(List.of());
    }

    /** Follows the instructions until one of them waits for something. */
    private Call goOn(Call call) {
        var verbs = verbs(call);
        var going = call;
        for (var i = call.scene().next(); i < verbs.size(); i++) {
            if (going.lines().size() > LONGEST_SCRIPT) {
                return broken(going);
            }
            switch (verbs.get(i)) {
                case Say(var words) -> going = going.now(going.scene().saying(CallLine.heard(words)), null);
                case Gather gather -> {
                    return listen(going, gather, i + 1);
                }
                case Dial dial -> {
                    return dial(going, dial, i + 1);
                }
                case Redirect(var url) -> {
                    return ask(going, url, CallForms.of(account.accountSid(), going));
                }
                case Hangup() -> {
                    return end(going, Progress.COMPLETED);
                }
            }
        }
        return end(going, Progress.COMPLETED);
    }

    private Call listen(Call call, Gather gather, int next) {
        var scene = call.scene();
        var letters = 0L;
        for (var line : gather.lines()) {
            scene = scene.saying(CallLine.heard(line));
            letters += line.length();
        }
        var spoken = settings.letter().multipliedBy(letters);
        var listening = saved(call.now(
                scene.listeningBefore(next), clock.instant().plus(spoken).plus(gather.timeout())));
        wait(listening);
        return listening;
    }

    private Call dial(Call call, Dial dial, int next) {
        var number = PhoneNumber.read(dial.number());
        var callerId = dial.callerId().isEmpty() ? call.line() : dial.callerId();
        if (number.isEmpty() || lines.at(callerId).isEmpty()) {
            return broken(call);
        }
        var other = ring(subscribers.at(number.get()), callerId, call.sid(), null, null, List.of(), dial.timeout());
        return saved(call.now(
                call.scene().dialling(other.sid(), next).saying(CallLine.note("Ringing the other phone…")), null));
    }

    private Call hungUp(Call call) {
        var ended = end(call, Progress.COMPLETED);
        var other = call.scene().dialled();
        if (other != null) {
            later(
                    Duration.ZERO,
                    other,
                    dialled -> dialled.progress().isOver()
                            ? dialled
                            : end(
                                    dialled,
                                    dialled.progress() == Progress.RINGING ? Progress.CANCELED : Progress.COMPLETED));
        }
        return ended;
    }

    private Call end(Call call, Progress how) {
        var ended = saved(call.over(how, clock.instant()));
        tell(ended, "completed");
        var parent = ended.parent();
        if (parent != null) {
            later(Duration.ZERO, parent, waiting -> dialEnded(waiting, ended));
        }
        return ended;
    }

    /** The phone that this call dialled has ended: the clinic is asked what comes next, also when nobody is left to hear it. */
    private Call dialEnded(Call call, Call other) {
        if (!other.sid().equals(call.scene().dialled())) {
            return call;
        }
        var action = ((Dial) verbs(call).get(call.scene().next() - 1)).action();
        var form = CallForms.dialled(account.accountSid(), call, other);
        if (call.progress().isOver()) {
            if (action != null) {
                webhooks.ask(URI.create(resolve(call, action)), form, other.sid());
            }
            return call;
        }
        var words = other.answeredAt() == null ? "The other phone did not answer" : "The other phone hung up";
        var noted = call.now(call.scene().saying(CallLine.note(words)), null);
        return action == null
                ? goOn(noted.now(noted.scene().goingOnAt(noted.scene().next()), null))
                : ask(noted, action, form);
    }

    private Call saved(Call call) {
        calls.save(call);
        return call;
    }

    private void tell(Call call, String event) {
        if (call.callback() != null && call.tells().contains(event)) {
            tell(call, event, 1);
        }
    }

    private void tell(Call call, String event, int attempt) {
        schedule(Duration.ofSeconds(attempt == 1 ? 0 : 1L << attempt), () -> {
            var form = CallForms.status(account.accountSid(), call, event, clock.instant());
            var answer = webhooks.post(URI.create(String.valueOf(call.callback())), form, call.sid() + event);
            if (answer.isEmpty() && attempt < TELLS) {
                tell(call, event, attempt + 1);
            }
        });
    }

    private void wait(Call call) {
        var due = call.dueAt();
        if (due != null) {
            later(Duration.between(clock.instant(), due).plusMillis(5), call.sid(), this::look);
        }
    }

    private void later(Duration wait, String sid, UnaryOperator<Call> deed) {
        schedule(wait, () -> changeCall(sid, deed));
    }

    private void schedule(Duration wait, Runnable deed) {
        var running = workers;
        if (running == null) {
            return;
        }
        try {
            var _ = running.schedule(() -> run(deed), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.atDebug().log("The simulator is stopping; calls go on at its next start");
        }
    }

    private static void run(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("error", e.getClass().getName()).log("A call did not go on");
        }
    }

    private void change(String phoneId, UnaryOperator<Call> deed) {
        calls.on(phoneId).ifPresent(call -> changeCall(call.sid(), deed));
    }

    /** One step of a call at a time. */
    private void changeCall(String sid, UnaryOperator<Call> deed) {
        var lock = locks.get(Math.floorMod(sid.hashCode(), LOCKS));
        lock.lock();
        try {
            var _ = calls.find(sid).map(deed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        var started = new ScheduledThreadPoolExecutor(
                WORKERS, Thread.ofVirtual().name("call-", 0).factory());
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        workers = started;
        calls.live().forEach(this::resume);
    }

    /** A call that was in the middle of a step has nobody to lead it on. */
    private void resume(Call call) {
        if (call.dueAt() != null) {
            wait(call);
        } else if (call.scene().dialled() == null && call.parent() == null) {
            later(Duration.ZERO, call.sid(), this::broken);
        }
    }

    @Override
    public void stop() {
        var running = workers;
        workers = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }
}
