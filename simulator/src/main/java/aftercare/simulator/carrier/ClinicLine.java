package aftercare.simulator.carrier;

import java.net.URI;

/** One of the clinic's own numbers. */
public record ClinicLine(String id, String name, String number, URI webhook) {

    /** Never shows the number (S9). */
    @Override
    public String toString() {
        return "ClinicLine " + name;
    }
}
