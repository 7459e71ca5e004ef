package aftercare.escalation.worklist;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.events.Received;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.Topics;
import aftercare.schemas.journeys.CheckInAnswered;
import aftercare.schemas.journeys.CheckInMissed;
import aftercare.schemas.journeys.Enrolled;
import aftercare.schemas.journeys.JourneyFact;
import aftercare.schemas.journeys.LowMoodFound;
import aftercare.schemas.journeys.RequestRaised;
import aftercare.schemas.journeys.StaffNeeded;
import aftercare.schemas.journeys.TouchpointForStaff;
import aftercare.schemas.journeys.TouchpointPlanned;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What journeys needs a human for. */
@Component
class JourneyListener {
    private final WorkList workList;
    private final Inbox inbox;
    private final ClinicClock clock;

    JourneyListener(WorkList workList, Inbox inbox, ClinicClock clock) {
        this.workList = workList;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional
    @KafkaListener(id = "escalation-" + Topics.JOURNEYS, topics = Topics.JOURNEYS)
    void on(Received<? extends JourneyFact> event) {
        if (!inbox.firstTime(event.id(), "worklist")) {
            return;
        }
        var now = clock.instant();
        switch (event.payload()) {
            case RequestRaised raised ->
                workList.request(
                        raised.requestId(),
                        raised.patientId(),
                        raised.replyId(),
                        raised.topic(),
                        raised.answeredBy(),
                        now);
            case CheckInMissed missed -> workList.missedCheckIn(missed.patientId(), missed.touchpoint(), now);
            case LowMoodFound low -> workList.lowMood(low.patientId(), low.replyId(), low.rules(), now);
            case StaffNeeded needed ->
                workList.askInPerson(
                        needed.taskId(),
                        needed.patientId(),
                        needed.touchpoint(),
                        needed.reason(),
                        needed.replyId(),
                        now);
            case TouchpointForStaff prompt -> workList.staffPrompt(prompt, now);
            case Enrolled ignored -> {}
            case TouchpointPlanned ignored -> {}
            case CheckInAnswered ignored -> {}
        }
    }
}
