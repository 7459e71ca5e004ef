package aftercare.escalation.oncall;

import aftercare.escalation.oncall.Target.AnsweringService;
import aftercare.escalation.oncall.Target.Everyone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a policy must be before it is saved. {@code known}: every target there is, as policies write them. */
record PolicyRules(Set<String> known) {
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    PolicyRules {
        known = Set.copyOf(known);
    }

    /** Each is a sentence for the admin who wrote it; none: it may be saved. */
    List<String> problems(Policy policy) {
        var problems = new ArrayList<String>();
        for (var i = 0; i < policy.steps().size(); i++) {
            stepProblems("Step " + (i + 1), policy.steps().get(i), problems);
        }
        var untilEveryone = untilEveryone(policy);
        if (untilEveryone.compareTo(policy.acknowledgeWithin()) >= 0) {
            problems.add("Everyone is paged after " + minutes(untilEveryone)
                    + " only, and somebody should have it within " + minutes(policy.acknowledgeWithin())
                    + ": shorten the steps or add an earlier one for everyone.");
        }
        return problems;
    }

    private void stepProblems(String step, Step of, List<String> problems) {
        of.who().stream()
                .map(Target::written)
                .filter(who -> !known.contains(who))
                .forEach(
                        who -> problems.add(
                                step + " names " + who
                                        + ", and there is no such person, rotation or answering service: enter it first, or take it out."));
        if (of.within().compareTo(SHORTEST) < 0 || of.within().compareTo(LONGEST) > 0) {
            problems.add(step + " must leave between 30 seconds and 1 hour before the next one.");
        }
        if (of.notifications().stream()
                .anyMatch(notification -> notification.after().isNegative()
                        || notification.after().compareTo(of.within()) >= 0)) {
            problems.add(step + " tries somebody after its time is over: try them sooner, or leave more time.");
        }
        if (of.who().stream().anyMatch(AnsweringService.class::isInstance)
                && of.notifications().stream().noneMatch(notification -> notification.by() == ContactKind.VOICE)) {
            problems.add(step + " has an answering service and no call: add a call, the service answers nothing else.");
        }
    }

    private static Duration untilEveryone(Policy policy) {
        var waited = Duration.ZERO;
        for (var step : policy.withLastRungs()) {
            if (step.means(new Everyone())) {
                return waited;
            }
            waited = waited.plus(step.within());
        }
        return waited;
    }

    private static String minutes(Duration span) {
        return span.toSecondsPart() == 0 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
