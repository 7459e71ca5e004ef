package aftercare.simulator.mail;

/** There is a new e-mail. */
public record MailCame() {}
