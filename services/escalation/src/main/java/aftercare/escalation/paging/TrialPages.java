package aftercare.escalation.paging;

import aftercare.escalation.oncall.ContactMethod;
import aftercare.escalation.oncall.SampleTexts;
import aftercare.escalation.oncall.TestPages;
import aftercare.escalation.ways.Message;
import aftercare.escalation.ways.Message.Answer;
import aftercare.escalation.ways.Message.Trial;
import aftercare.escalation.ways.Way;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a code, or a sample that a colleague asked for, by the very way that a page would go. */
@Component
class TrialPages implements TestPages, SampleTexts {
    private final List<Way> ways;
    private final Dispatches dispatches;
    private final MachineClock clock;

    TrialPages(List<Way> ways, Dispatches dispatches, MachineClock clock) {
        this.ways = List.copyOf(ways);
        this.dispatches = dispatches;
        this.clock = clock;
    }

    @Override
    public void send(ContactMethod method, String code) {
        sendNow(method, new Trial(code), dispatches.trial(method, code, clock.instant()));
    }

    @Override
    public void sendSample(ContactMethod method, String words) {
        sendNow(method, new Answer(words), dispatches.sample(method, words, clock.instant()));
    }

    private void sendNow(ContactMethod method, Message message, Dispatch dispatch) {
        var way = ways.stream()
                .filter(one -> one.kind() == method.kind())
                .findFirst()
                .orElseThrow();
        switch (way.send(method.address(), message, dispatch.token())) {
            case Accepted ignored -> {}
            case Refused(var status, var error) ->
                throw new NotSent("This " + called(method) + " was refused (" + (error == 0 ? status : error)
                        + "). Look whether it is written right, or whether this way is set up, and try again.");
            case Uncertain ignored ->
                throw new NotSent("Nobody answered in time, so the text may or may not come to this " + called(method)
                        + ". Wait a minute, and ask for another if it doesn't.");
        }
    }

    private static String called(ContactMethod method) {
        return switch (method.kind()) {
            case SMS, VOICE -> "number";
            case EMAIL -> "e-mail address";
            case WEBHOOK -> "address";
        };
    }
}
