package aftercare.messaging.requests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells whoever sends that something may be due: once the transaction that made it so is committed. */
@Component
public class Bell {
    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();

    public void hear(Runnable hearer) {
        hearers.add(hearer);
    }

    public void ring() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    hearers.forEach(Runnable::run);
                }
            });
        } else {
            hearers.forEach(Runnable::run);
        }
    }
}
