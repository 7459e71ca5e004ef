package aftercare.escalation.ways;

import aftercare.escalation.oncall.ContactKind;
import aftercare.platform.twilio.SendOutcome;

/** One way to reach a colleague. */
public sealed interface Way permits TextWay, CallWay, MailWay, WebhookWay {
    ContactKind kind();

    /**
     * One attempt; nothing here tries again.
     *
     * @param token stands for this sending in whatever the carrier later says of it
     */
    SendOutcome send(String address, Message message, String token);
}
