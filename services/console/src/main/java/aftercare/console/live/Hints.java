package aftercare.console.live;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages, each waiting for a hint. A hint holds no data: the page fetches what it shows. */
@Component
class Hints {
    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

    SseEmitter open() {
        var page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(() -> pages.remove(page));
        page.onError(broken -> pages.remove(page));
        pages.add(page);
        send(page, "here");
        return page;
    }

    boolean wanted() {
        return !pages.isEmpty();
    }

    void send(String hint) {
        pages.forEach(page -> send(page, hint));
    }

    private void send(SseEmitter page, String hint) {
        try {
            page.send(SseEmitter.event().name(hint).data(""));
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }
}
