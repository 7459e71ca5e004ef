package aftercare.messaging.threads;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Lines;
import aftercare.schemas.PatientId;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what staff enter into the ledger, under the locks it asks for. */
@Service
class ConsentEntries {
    private final Lines lines;
    private final ConsentLedger ledger;

    ConsentEntries(Lines lines, ConsentLedger ledger) {
        this.lines = lines;
        this.ledger = ledger;
    }

    @Transactional
    public void enter(PatientId id, boolean granted, String reason, String staff, Instant now) {
        var texting = lines.patient(id).orElseThrow(Problems::unknownPatient).textingLine();
        if (texting == null) {
            throw Problems.noNumber();
        }
        lines.lock(texting);
        ledger.enter(lines.lockPatient(id), texting, granted, staff, reason, now);
    }
}
