package aftercare.intake.facts;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One deed in one transaction, begun again when another deed held what it needed (a deadlock, or a row both wanted to be first to write). */
@Component
public class Attempts {
    private static final int MOST = 4;

    private final TransactionTemplate transaction;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T> T inTransaction(Supplier<T> deed) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> deed.get());
            } catch (ConcurrencyFailureException e) {
                if (attempt == MOST) {
                    throw e;
                }
            }
        }
    }
}
