package aftercare.intake.visits;

import java.util.List;
import java.util.Optional;

/** Maps the clinic's own words for a visit to what it is for. A check-in too many is safer than one missed: what no rule knows may be a session. */
public final class VisitTypes {
    private final List<VisitTypeRule> rules;
    private final VisitType unmapped;

    VisitTypes(List<VisitTypeRule> rules, VisitType unmapped) {
        this.rules = List.copyOf(rules);
        this.unmapped = unmapped;
    }

    /**
     * The first rule that any text of the first telling element meets.
     *
     * @param elements the codes and words of each element, the most telling element first
     */
    public Optional<VisitType> of(List<List<String>> elements) {
        return elements.stream().flatMap(texts -> ofOne(texts).stream()).findFirst();
    }

    private Optional<VisitType> ofOne(List<String> texts) {
        return rules.stream()
                .filter(rule -> texts.stream().anyMatch(rule::isMetBy))
                .map(rule -> new VisitType(rule.kind(), rule.route()))
                .findFirst();
    }

    public VisitType unmapped() {
        return unmapped;
    }
}
