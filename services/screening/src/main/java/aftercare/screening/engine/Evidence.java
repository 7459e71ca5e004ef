package aftercare.screening.engine;

import aftercare.screening.lexicon.Effect;
import aftercare.screening.lexicon.Finding;
import aftercare.screening.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the words are evidence of, and where they tell of long ago and of the present.
 *
 * @param explained what idioms and denials took out of it
 */
record Evidence(
        Words words, List<Finding> findings, List<Finding> explained, List<Finding> longAgo, List<Finding> present) {
    Evidence {
        findings = List.copyOf(findings);
        explained = List.copyOf(explained);
        longAgo = List.copyOf(longAgo);
        present = List.copyOf(present);
    }

    List<Finding> of(Effect first, Effect... more) {
        Set<Effect> wanted = EnumSet.of(first, more);
        return findings.stream()
                .filter(finding -> wanted.contains(finding.group().effect()))
                .toList();
    }

    /** Told as long past, and not as lasting: its own sentence says so, or another does and nothing tells of the present. */
    boolean past(Finding finding) {
        boolean here = longAgo.stream().anyMatch(ago -> sameSentence(ago, finding));
        boolean presentHere = present.stream().anyMatch(now -> sameSentence(now, finding));
        return here ? !presentHere : !longAgo.isEmpty() && present.isEmpty();
    }

    private boolean sameSentence(Finding one, Finding other) {
        int from = Math.min(one.from(), other.from());
        int to = Math.max(one.to(), other.to());
        return words.tokens().subList(from, to).stream().noneMatch(token -> token.isBreak());
    }
}
