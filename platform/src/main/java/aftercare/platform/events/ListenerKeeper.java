package aftercare.platform.events;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.events.Broker.Unreachable;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.Fault;
import aftercare.platform.faults.Trouble;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Makes the topics and then starts the listeners, as soon as the broker answers: a service starts without one. Starts a listener again that
 * an {@link Error} has stopped; one that was stopped on purpose stays so.
 */
final class ListenerKeeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ListenerKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_A_PROBE = 5;

    private final Broker broker;
    private final KafkaListenerEndpointRegistry registry;
    private final MachineClock clock;
    private final Trouble unreachable;
    private final Trouble stopped;
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    ListenerKeeper(Broker broker, KafkaListenerEndpointRegistry registry, MachineClock clock, ChainAlarms alarms) {
        this.broker = broker;
        this.registry = registry;
        this.clock = clock;
        this.unreachable = new Trouble("broker-unreachable", alarms);
        this.stopped = new Trouble("listener-stopped", alarms);
    }

    @Override
    public void start() {
        var keeper = Thread.ofVirtual().name("listener-keeper").unstarted(this::keep);
        thread = keeper; // before it starts, since it goes on only while it is the one
        keeper.start();
    }

    private void keep() {
        var topicsThere = false;
        try {
            for (var look = 0; thread == Thread.currentThread(); look++) {
                if (!topicsThere || look % LOOKS_A_PROBE == 0) {
                    topicsThere = makeTopics() || topicsThere;
                }
                if (topicsThere) {
                    startListeners();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            log.debug("No longer keeping the listeners");
        }
    }

    /** Also asks whether the broker is still there, and fills up a new one. */
    private boolean makeTopics() throws InterruptedException {
        try {
            broker.create(TopicPlan.all());
            unreachable.over();
            return true;
        } catch (Unreachable e) {
            log.atWarn().addKeyValue("fault", Fault.of(e)).log("The broker does not answer; events wait for it");
            unreachable.failed(clock.instant(), "broker");
            return false;
        }
    }

    private void startListeners() {
        var failures = registry.getAllListenerContainers().stream()
                .filter(this::needsStart)
                .filter(listener -> !hasStarted(listener))
                .count();
        if (failures == 0) {
            stopped.over();
        }
    }

    private boolean needsStart(MessageListenerContainer listener) {
        return !started.contains(listener.getListenerId()) || !listener.isInExpectedState();
    }

    private boolean hasStarted(MessageListenerContainer listener) {
        var id = listener.getListenerId();
        try {
            if (!listener.isInExpectedState()) {
                log.atError().addKeyValue("listener", id).log("A listener had stopped and is started again");
                listener.stop();
            }
            listener.start();
            started.add(id);
            return true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("listener", id)
                    .addKeyValue("fault", Fault.of(e))
                    .log("A listener could not be started and will be tried again");
            stopped.failed(clock.instant(), String.valueOf(id));
            return false;
        }
    }

    /** Before the registry's own stop, so that nothing is started again. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.clear();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
