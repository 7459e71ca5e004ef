package aftercare.intake.visits;

import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How visits are told apart: rules in order, the first that fits wins, and what a visit is that no rule knows. */
@ConfigurationProperties("intake")
record VisitTypeSettings(
        @DefaultValue List<Rule> visitTypes,
        @DefaultValue("SESSION") VisitKind unmappedVisitType) {
    record Rule(
            List<String> match,
            VisitKind kind,
            @DefaultValue("UNKNOWN") Route route) {}

    VisitTypes types() {
        return new VisitTypes(
                visitTypes.stream()
                        .map(rule -> new VisitTypeRule(rule.match(), rule.kind(), rule.route()))
                        .toList(),
                new VisitType(unmappedVisitType, Route.UNKNOWN));
    }
}
