package aftercare.simulator.phones;

import aftercare.simulator.alarms.AlarmRang;
import aftercare.simulator.carrier.PhoneChanged;
import aftercare.simulator.clock.ClockChanged;
import aftercare.simulator.hooks.HookCalled;
import aftercare.simulator.mail.MailCame;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what to fetch again: "phone" and its id, "clock", "alarms", "mails" or "hooks", never what is new in it. One thread per page writes, so a
 * page that stopped reading holds up nobody.
 */
@Component
class Hints {
    private static final long NEVER = 0L;
    private static final int WAITING = 500;

    private final Set<Page> pages = ConcurrentHashMap.newKeySet();

    SseEmitter open() {
        var page = new Page();
        pages.add(page);
        page.begin();
        return page.emitter;
    }

    @EventListener
    void on(PhoneChanged changed) {
        tell(new Hint("phone", changed.phoneId()));
    }

    @EventListener
    void on(ClockChanged changed) {
        tell(new Hint("clock", ""));
    }

    @EventListener
    void on(AlarmRang rang) {
        tell(new Hint("alarms", ""));
    }

    @EventListener
    void on(MailCame came) {
        tell(new Hint("mails", ""));
    }

    @EventListener
    void on(HookCalled called) {
        tell(new Hint("hooks", ""));
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        pages.forEach(Page::end);
    }

    private void tell(Hint hint) {
        pages.forEach(page -> page.tell(hint));
    }

    private record Hint(String about, String id) {}

    private final class Page {
        private static final Hint END = new Hint("end", "");

        private final SseEmitter emitter = new SseEmitter(NEVER);
        private final LinkedBlockingQueue<Hint> waiting = new LinkedBlockingQueue<>(WAITING);

        void begin() {
            emitter.onCompletion(this::end);
            emitter.onError(error -> end());
            Thread.ofVirtual().name("hints").start(this::write);
            tell(new Hint("hello", ""));
        }

        /** A page that is too far behind is closed; its browser opens it again and fetches everything. */
        void tell(Hint hint) {
            if (!waiting.contains(hint) && !waiting.offer(hint)) {
                end();
            }
        }

        void end() {
            pages.remove(this);
            waiting.clear();
            if (!waiting.offer(END)) {
                emitter.complete();
            }
        }

        private void write() {
            try {
                for (var hint = waiting.take(); !hint.equals(END); hint = waiting.take()) {
                    emitter.send(SseEmitter.event().name(hint.about()).data(hint.id(), MediaType.TEXT_PLAIN));
                }
            } catch (IOException | IllegalStateException e) {
                pages.remove(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                emitter.complete();
            }
        }
    }
}
