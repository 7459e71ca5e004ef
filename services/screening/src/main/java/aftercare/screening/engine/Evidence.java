package aftercare.screening.engine;

import aftercare.screening.lexicon.Effect;
import aftercare.screening.lexicon.Finding;
import aftercare.screening.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the words are evidence of, and whether they tell of long ago and of the present. */
record Evidence(Words words, List<Finding> findings, boolean longAgo, boolean present) {
    Evidence {
        findings = List.copyOf(findings);
    }

    List<Finding> of(Effect first, Effect... more) {
        Set<Effect> wanted = EnumSet.of(first, more);
        return findings.stream().filter(finding -> wanted.contains(finding.group().effect())).toList();
    }

    /** Told as long past, with nothing of the present. */
    boolean onlyPast() {
        return longAgo && !present;
    }
}
