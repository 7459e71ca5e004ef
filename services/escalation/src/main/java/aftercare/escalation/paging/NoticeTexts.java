package aftercare.escalation.paging;

import aftercare.escalation.oncall.Notices;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.StaffId;
import org.springframework.stereotype.Component;

/** Notices go the way of pages: a text that may not have arrived goes again. */
@Component
class NoticeTexts implements Notices {
    private final Dispatches texts;
    private final MachineClock clock;

    NoticeTexts(Dispatches texts, MachineClock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void tell(StaffId who, String words) {
        texts.notice(who, words, clock.instant());
    }
}
