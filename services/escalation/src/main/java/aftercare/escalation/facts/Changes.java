package aftercare.escalation.facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A number that rises with every change a screen would show. */
@Repository
public class Changes {
    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long sequence() {
        return jdbc.sql("SELECT sequence FROM change").query(Long.class).single();
    }

    /** The number rises as the last thing before the commit: whoever sees it sees the change, and its row is locked for that moment only. */
    public void note() {
        var alreadyNoted =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Rise.class::isInstance);
        if (!alreadyNoted) {
            TransactionSynchronizationManager.registerSynchronization(new Rise(jdbc));
        }
    }

    private static final class Rise implements TransactionSynchronization {
        private final JdbcClient jdbc;

        private Rise(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            jdbc.sql("UPDATE change SET sequence = sequence + 1").update();
        }
    }
}
