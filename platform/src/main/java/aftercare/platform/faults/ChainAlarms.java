package aftercare.platform.faults;

import java.util.function.Supplier;

/** Who hears that the chain itself is broken (S10). A service that can reach a human declares a bean of its own. */
public interface ChainAlarms {

    /**
     * Called once for each time something breaks, from any thread, and again after a call that threw.
     *
     * @param kind what broke, such as {@code outbox-stuck}
     * @param about ids and places, never words, names or numbers of a patient
     */
    void raise(String kind, String about);

    /** Looked for when there is something to raise: what raises alarms may itself need what is being made. */
    static ChainAlarms later(Supplier<ChainAlarms> alarms) {
        return (kind, about) -> alarms.get().raise(kind, about);
    }
}
