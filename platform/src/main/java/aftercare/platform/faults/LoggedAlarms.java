package aftercare.platform.faults;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For a service that has no way to a human but its log. */
final class LoggedAlarms implements ChainAlarms {
    private static final Logger log = LoggerFactory.getLogger(ChainAlarms.class);

    @Override
    public void raise(String kind, String about) {
        log.atError().addKeyValue("alarm", kind).addKeyValue("about", about).log("The chain is broken");
    }
}
