package aftercare.escalation.ways;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.site.Site;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import jakarta.mail.MessagingException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** An e-mail. Taken by a server it may lie unread till morning, so it alone never counts as having reached anybody. */
@Component
final class MailWay implements Way {
    private static final Logger log = LoggerFactory.getLogger(MailWay.class);
    private static final Refused NO_SERVER = new Refused(503, 0);
    private static final Refused NOT_LET_IN = new Refused(535, 0);
    private static final Refused NO_ADDRESS = new Refused(550, 0);

    private final ObjectProvider<JavaMailSender> servers;
    private final MailSettings settings;
    private final MailWords words;

    MailWay(ObjectProvider<JavaMailSender> servers, MailSettings settings, Site site) {
        this.servers = servers;
        this.settings = settings;
        this.words = new MailWords(site.name());
    }

    @Override
    public ContactKind kind() {
        return ContactKind.EMAIL;
    }

    @Override
    public SendOutcome send(String address, Message message, String token) {
        var server = servers.getIfAvailable();
        var from = settings.from();
        if (server == null || from == null) {
            log.atError()
                    .log(
                            "A page by e-mail can't go: set spring.mail.host and escalation.email.from, or take e-mail out of the policies");
            return NO_SERVER;
        }
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(words.subject(message));
        mail.setText(words.body(message));
        try {
            server.send(mail);
            return new Accepted(token);
        } catch (MailException e) {
            return outcome(e);
        }
    }

    /** Messages of these exceptions name addresses and are never passed on (S9). */
    private static SendOutcome outcome(MailException failure) {
        return switch (failure) {
            case MailAuthenticationException ignored -> NOT_LET_IN;
            case MailParseException ignored -> NO_ADDRESS;
            case MailSendException send when isForGood(send) -> NO_ADDRESS;
            default -> new Uncertain(failure.getClass().getSimpleName());
        };
    }

    /** The server answered, and said that this will never work. */
    private static boolean isForGood(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .map(MailWay::nextReason)
                .filter(Objects::nonNull)
                .anyMatch(reason -> reason.matches("5\\d\\d"));
    }

    private static @org.jspecify.annotations.Nullable String nextReason(Exception failure) {
        var next = failure instanceof MessagingException nested ? nested.getNextException() : null;
        var words = next == null ? failure.getMessage() : next.getMessage();
        return words == null || words.length() < 3 ? null : words.substring(0, 3);
    }
}
