package aftercare.simulator.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port where the mail server listens
 * @param address on which of this machine's addresses
 */
@ConfigurationProperties("simulator.smtp")
record MailSettings(
        @DefaultValue("8092") int port,
        @DefaultValue("127.0.0.1") String address) {}
