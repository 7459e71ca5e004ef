package aftercare.escalation.cases;

import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody writes down about a case. Only the owner's call begins the quiet time anew; their "still on it" puts it off once. */
@Service
public class CaseNotes {
    private final Cases cases;
    private final CaseHistory history;
    private final Pager pager;

    CaseNotes(Cases cases, CaseHistory history, Pager pager) {
        this.cases = cases;
        this.history = history;
        this.pager = pager;
    }

    /** What became of an attempt to write something down. */
    public enum Noting {
        NOTED,
        NO_SUCH_CASE
    }

    @Transactional
    Noting note(EscalationId id, StaffId who, String words, Instant now) {
        return cases.lock(id)
                .map(found -> {
                    history.write(id, now, who.value(), NoteKind.NOTE, words);
                    return Noting.NOTED;
                })
                .orElse(Noting.NO_SUCH_CASE);
    }

    /** A call that has begun and whose end is not known: it shows that the owner is on it. */
    @Transactional
    public void dialling(EscalationId id, StaffId who, String words, Instant now) {
        var _ = stillWorking(id, who, words, now);
    }

    /** An attempt to reach the patient. */
    @Transactional
    public Noting call(EscalationId id, StaffId who, CallOutcome outcome, String words, Instant now) {
        return cases.lock(id)
                .map(found -> {
                    history.call(id, now, who.value(), outcome, words);
                    move(found, who, state -> state.called(who), now);
                    return Noting.NOTED;
                })
                .orElse(Noting.NO_SUCH_CASE);
    }

    @Transactional
    Noting stillWorking(EscalationId id, StaffId who, String words, Instant now) {
        return cases.lock(id)
                .map(found -> {
                    history.write(id, now, who.value(), NoteKind.STILL_WORKING, words);
                    stillWorking(found, who, now);
                    return Noting.NOTED;
                })
                .orElse(Noting.NO_SUCH_CASE);
    }

    /** A deed about a case that is no note; whether there is such a case. It shows that the owner is on it, as their words would. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean worked(EscalationId id, StaffId who, Instant now) {
        var found = cases.lock(id);
        found.ifPresent(about -> stillWorking(about, who, now));
        return found.isPresent();
    }

    private void stillWorking(Case found, StaffId who, Instant now) {
        if (!isOf(found, who)) {
            return;
        }
        if (found.state().needsSomeone()) {
            move(found, who, state -> state.worked(who), now);
        } else {
            pager.stillOnIt(found, now);
        }
    }

    private void move(Case found, StaffId who, UnaryOperator<CaseState> deed, Instant now) {
        if (isOf(found, who)) {
            var moved = found.in(deed.apply(found.state()));
            cases.move(moved);
            pager.accompany(moved, now);
        }
    }

    private static boolean isOf(Case found, StaffId who) {
        return found.state() instanceof CaseState.Acknowledged(var by, var at, var grip) && by.equals(who);
    }
}
