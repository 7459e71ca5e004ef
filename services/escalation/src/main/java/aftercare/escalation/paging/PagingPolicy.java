package aftercare.escalation.paging;

import aftercare.escalation.oncall.Rung;
import aftercare.escalation.paging.Move.FindNobody;
import aftercare.escalation.paging.Move.LetLapse;
import aftercare.escalation.paging.Move.PageStep;
import aftercare.escalation.paging.Move.RemindOwner;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whom to page next and when. Reads no clock and no table; every answer has a next one, so that it never ends by itself (S3). */
record PagingPolicy(Duration remindAfter, int reminders, Duration nobodyWait) {

    /** What to do about a pursuit that is due. */
    Move decide(Pursuit due, List<Rung> rungs, Instant now) {
        return switch (due) {
            case Climb climb -> climb(climb, rungs, now);
            case Remind(var sent, var pushed, var at) ->
                sent < reminders
                        ? new RemindOwner(new Remind(sent + 1, pushed, now.plus(remindAfter)))
                        : new LetLapse();
        };
    }

    private Move climb(Climb climb, List<Rung> rungs, Instant now) {
        if (rungs.stream().allMatch(Rung::isEmpty)) {
            return new FindNobody(new Climb(climb.round() + 1, 1, now.plus(nobodyWait)));
        }
        var step = firstReachable(rungs, climb.step());
        if (step > rungs.size()) {
            return climb(new Climb(climb.round() + 1, 1, now), rungs, now);
        }
        var rung = rungs.get(step - 1);
        var next = now.plus(rung.within());
        var last = step == rungs.size();
        return new PageStep(
                climb.round(),
                step,
                rung,
                last ? new Climb(climb.round() + 1, 1, next) : new Climb(climb.round(), step + 1, next));
    }

    /** An empty rung is skipped at once. */
    private static int firstReachable(List<Rung> rungs, int from) {
        var step = Math.max(from, 1);
        while (step <= rungs.size() && rungs.get(step - 1).isEmpty()) {
            step++;
        }
        return step;
    }

    /** Nobody of a step got the page: the next step does not wait. The round's end does, or a dead carrier would make it spin. */
    static Pursuit moveOn(Pursuit pursuit, int round, int step, Instant now) {
        return switch (pursuit) {
            case Climb(var ofRound, var next, var dueAt)
            when ofRound == round && next == step + 1 && dueAt.isAfter(now) -> new Climb(ofRound, next, now);
            case Climb same -> same;
            case Remind same -> same;
        };
    }

    /** The rungs that this round has paged so far, or the whole last round where this one has not begun: they are paged again. */
    static List<Rung> pagedSoFar(Climb climb, List<Rung> rungs) {
        var steps = climb.step() > 1 ? climb.step() - 1 : climb.round() > 1 ? rungs.size() : 0;
        return rungs.subList(0, Math.min(steps, rungs.size()));
    }
}
