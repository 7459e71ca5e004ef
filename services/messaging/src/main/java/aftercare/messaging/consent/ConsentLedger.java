package aftercare.messaging.consent;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.patientOrNull;

import aftercare.messaging.consent.ConsentEntry.Kind;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Patient;
import aftercare.messaging.requests.Messages;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.clinic.ConsentOffer;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.OptedIn;
import aftercare.schemas.messaging.OptedOut;
import aftercare.schemas.messaging.Receipt;
import aftercare.schemas.messaging.SkipReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The only truth of consent (S7), append-only. Every deed belongs to the transaction of its caller, who holds the locks of the line and of
 * the patients on it.
 */
@Repository
public class ConsentLedger {
    private static final String PATIENT = "patient";
    private static final String MACHINE = "service:messaging";

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Outbox outbox;
    private final Audit audit;
    private final Sealer sealer;

    ConsentLedger(JdbcClient jdbc, Messages messages, Outbox outbox, Audit audit, Sealer sealer) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.outbox = outbox;
        this.audit = audit;
        this.sealer = sealer;
    }

    /** What the ledger says now. */
    public Consent of(PatientId patient, LineId line) {
        return Consent.of(entries(patient, line), line);
    }

    /** Whether the number, or anybody on it, wants no texts. */
    public boolean optedOut(Line line) {
        return Consent.revokedForNumber(entriesOf(line.id()))
                || line.patientIds().stream().anyMatch(patient -> of(patient, line.id()) == Consent.OPTED_OUT);
    }

    /** The clinic's offer of consent: a grant the first time for this patient and number, and never against an opt-out. */
    public void offer(PatientId patient, LineId line, ConsentOffer offer, Instant now) {
        var entries = entries(patient, line);
        var offeredBefore = entries.stream()
                .anyMatch(entry ->
                        patient.equals(entry.patientId()) && entry.lineId().equals(line));
        if (offeredBefore) {
            return;
        }
        switch (Consent.of(entries, line)) {
            case NONE -> grant(patient, line, ConsentChannel.OFFER, offer.contentLevel(), null, MACHINE, null, now);
            case OPTED_OUT -> {
                write(patient, line, Kind.OFFER_IGNORED, ConsentChannel.OFFER, null, null, MACHINE, null, now);
                audit(now, MACHINE, "ConsentOfferIgnored", patient, line, ConsentChannel.OFFER);
            }
            case GRANTED -> {}
        }
    }

    /**
     * Nobody behind this number wants texts any more; what is queued for them is skipped.
     *
     * @return whether that is news: a second STOP is not confirmed again
     */
    public boolean optOut(Line line, ConsentChannel via, @Nullable ReplyId reply, Instant now) {
        var news = !Consent.revokedForNumber(entriesOf(line.id()));
        if (news) {
            write(null, line.id(), Kind.REVOKE, via, null, reply, who(via), null, now);
            audit.record(now, who(via), "NumberOptedOut", "line/" + line.id(), Map.of("via", via.name()));
        }
        var patients = line.patientIds().stream()
                .filter(patient -> !ownOptOut(patient))
                .toList();
        patients.forEach(patient -> revoke(patient, line.id(), via, reply, who(via), null, now));
        return news || !patients.isEmpty();
    }

    /** START: whoever holds the number wants texts again. */
    public void optIn(Line line, ReplyId reply, Instant now) {
        write(null, line.id(), Kind.GRANT, ConsentChannel.KEYWORD, null, reply, PATIENT, null, now);
        line.patientIds().stream()
                .filter(patient -> of(patient, line.id()) != Consent.GRANTED)
                .forEach(patient -> grant(
                        patient,
                        line.id(),
                        ConsentChannel.KEYWORD,
                        lastContentLevel(patient),
                        reply,
                        PATIENT,
                        null,
                        now));
    }

    /** A member of staff writes down what the patient said; the reason is theirs. */
    public void enter(Patient patient, LineId line, boolean granted, String staff, String reason, Instant now) {
        var says = of(patient.id(), line);
        if (granted && says != Consent.GRANTED) {
            grant(patient.id(), line, ConsentChannel.STAFF, lastContentLevel(patient.id()), null, staff, reason, now);
        } else if (!granted && !ownOptOut(patient.id())) {
            revoke(patient.id(), line, ConsentChannel.STAFF, null, staff, reason, now);
        }
    }

    /** Two charts are one person: an opt-out under either counts. */
    public void carryOptOut(PatientId from, PatientId into, LineId line, Instant now) {
        if (ownOptOut(from) && !ownOptOut(into)) {
            revoke(into, line, ConsentChannel.STAFF, null, MACHINE, "Chart merged", now);
        }
    }

    /** Whether somebody on the line granted again after {@code since}: then a wish found in an older text is out of date. */
    public boolean grantedSince(LineId line, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM consent_entry
                 WHERE line_id = :line AND kind = 'GRANT' AND via IN ('KEYWORD', 'STAFF') AND at > :since
                """)
                        .param("line", line.value())
                        .param("since", at(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void grant(
            PatientId patient,
            LineId line,
            ConsentChannel via,
            ContentLevel content,
            @Nullable ReplyId reply,
            String who,
            @Nullable String reason,
            Instant now) {
        write(patient, line, Kind.GRANT, via, content, reply, who, reason, now);
        tell(new OptedIn(patient, line, content, via, now));
        audit(now, who, "OptedIn", patient, line, via);
        messages.lookAgain(line, List.of(patient));
    }

    private void revoke(
            PatientId patient,
            LineId line,
            ConsentChannel via,
            @Nullable ReplyId reply,
            String who,
            @Nullable String reason,
            Instant now) {
        write(patient, line, Kind.REVOKE, via, null, reply, who, reason, now);
        tell(new OptedOut(patient, line, via, now));
        audit(now, who, "OptedOut", patient, line, via);
        messages.skipQueued(List.of(patient), SkipReason.OPTED_OUT, now);
    }

    private void tell(Receipt receipt) {
        outbox.add(UUID.randomUUID(), receipt.patientId().value(), receipt.at(), receipt);
    }

    private void audit(Instant now, String who, String what, PatientId patient, LineId line, ConsentChannel via) {
        audit.record(now, who, what, "patient/" + patient, Map.of("line", line.toString(), "via", via.name()));
    }

    private static String who(ConsentChannel via) {
        return via == ConsentChannel.CARRIER ? "service:carrier" : PATIENT;
    }

    private boolean ownOptOut(PatientId patient) {
        return jdbc.sql("""
                SELECT kind FROM consent_entry
                 WHERE patient_id = :patient AND kind IN ('GRANT', 'REVOKE') ORDER BY no DESC LIMIT 1
                """)
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .filter(Kind.REVOKE.name()::equals)
                .isPresent();
    }

    private ContentLevel lastContentLevel(PatientId patient) {
        return jdbc.sql("""
                SELECT content_level FROM consent_entry
                 WHERE patient_id = :patient AND content_level IS NOT NULL ORDER BY no DESC LIMIT 1
                """)
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .map(ContentLevel::valueOf)
                .orElse(ContentLevel.DISCREET);
    }

    private List<ConsentEntry> entries(PatientId patient, LineId line) {
        return jdbc.sql("""
                SELECT * FROM consent_entry
                 WHERE patient_id = :patient OR (patient_id IS NULL AND line_id = :line) ORDER BY no
                """)
                .param("patient", patient.value())
                .param("line", line.value())
                .query((row, n) -> toEntry(row))
                .list();
    }

    private List<ConsentEntry> entriesOf(LineId line) {
        return jdbc.sql("SELECT * FROM consent_entry WHERE line_id = :line ORDER BY no")
                .param("line", line.value())
                .query((row, n) -> toEntry(row))
                .list();
    }

    private static ConsentEntry toEntry(ResultSet row) throws SQLException {
        return new ConsentEntry(
                row.getLong("no"),
                patientOrNull(row, "patient_id"),
                line(row, "line_id"),
                Kind.valueOf(row.getString("kind")));
    }

    private void write(
            @Nullable PatientId patient,
            LineId line,
            Kind kind,
            ConsentChannel via,
            @Nullable ContentLevel content,
            @Nullable ReplyId reply,
            String who,
            @Nullable String reason,
            Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO consent_entry (id, line_id, patient_id, kind, via, content_level, reply_id, who, reason, at)
                VALUES (:id, :line, :patient, :kind, :via, :content, :reply, :who, :reason, :now)
                """)
                .param("id", id)
                .param("line", line.value())
                .param("patient", patient == null ? null : patient.value(), Types.VARCHAR)
                .param("kind", kind.name())
                .param("via", via.name())
                .param("content", content == null ? null : content.name(), Types.VARCHAR)
                .param("reply", reply == null ? null : reply.value(), Types.OTHER)
                .param("who", who)
                .param(
                        "reason",
                        reason == null
                                ? null
                                : sealer.seal(reason, id, "reason").sealed(),
                        Types.VARCHAR)
                .param("now", at(now))
                .update();
    }
}
