package aftercare.simulator.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Speaks SMTP, takes every e-mail and sends none on. */
@Component
class MailServer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final int UNREADABLE = 554;
    private static final int LATER = 451;
    private static final int LARGEST = 1_000_000;

    private final Mails mails;
    private final MailSettings settings;
    private final Session session = Session.getInstance(new Properties());
    private @Nullable SMTPServer server;

    MailServer(Mails mails, MailSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    private void take(String from, String to, byte[] message) throws RejectException {
        try {
            var read = new MimeMessage(session, new ByteArrayInputStream(message));
            mails.add(
                    from,
                    to,
                    orEmpty(read.getSubject()),
                    String.valueOf(read.getContent()).strip());
        } catch (MessagingException | IOException e) {
            throw new RejectException(UNREADABLE, "This e-mail can't be read");
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("error", e.getClass().getName()).log("An e-mail could not be kept");
            throw new RejectException(LATER, "Try again later");
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public void start() {
        try {
            var started = SMTPServer.port(settings.port())
                    .bindAddress(InetAddress.getByName(settings.address()))
                    .hostName("simulator")
                    .softwareName("Aftercare simulator")
                    .hideTLS()
                    .maxMessageSize(LARGEST)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor())
                    .messageHandler((context, from, to, message) -> take(from, to, message))
                    .build();
            started.start();
            server = started;
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
