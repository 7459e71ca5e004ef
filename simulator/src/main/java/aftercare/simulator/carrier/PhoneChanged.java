package aftercare.simulator.carrier;

/** Something about a phone is new: a text, how far one has come, or a switch. */
public record PhoneChanged(String phoneId) {}
