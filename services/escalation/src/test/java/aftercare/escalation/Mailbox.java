package aftercare.escalation;

import aftercare.embedded.FreePort;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it gets. */
final class Mailbox implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final int port = FreePort.find();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SMTPServer server;
    private volatile boolean hanging;

    Mailbox() {
        server = SMTPServer.port(port)
                .hideTLS()
                .messageHandler((context, from, to, message) -> take(to, message))
                .build();
        server.start();
    }

    private void take(String to, byte[] message) throws RejectException {
        if (hanging) {
            hang();
        }
        try {
            var read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            recipients.add(to);
            subjects.add(read.getSubject());
            bodies.add(String.valueOf(read.getContent()));
        } catch (MessagingException e) {
            throw new RejectException(554, "unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hang() {
        try {
            var _ = closing.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on it takes an e-mail and never says so. */
    void hang(boolean now) {
        hanging = now;
    }

    int port() {
        return port;
    }

    List<String> recipients() {
        return List.copyOf(recipients);
    }

    List<String> subjects() {
        return List.copyOf(subjects);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The code of the test page that came last. */
    String lastCode() {
        var code = CODE.matcher(bodies.getLast());
        if (!code.find()) {
            throw new AssertionError("No code in the last e-mail");
        }
        return code.group(1);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }
}
