package aftercare.journeys.versions;

import aftercare.journeys.definition.Journeys;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A journey by what an admin calls it: the draft, the one in force, or a version's number. */
@Component
public class JourneyFiles {
    public static final String DRAFT = "draft";
    public static final String CURRENT = "current";

    private final Drafts drafts;
    private final Versions versions;
    private final Journeys journeys;

    JourneyFiles(Drafts drafts, Versions versions, Journeys journeys) {
        this.drafts = drafts;
        this.versions = versions;
        this.journeys = journeys;
    }

    public Optional<JourneyDocument> named(String name) {
        return switch (name) {
            case DRAFT -> drafts.find().map(Draft::journey);
            case CURRENT -> Optional.of(number(versions.inForce().number()));
            default ->
                name.matches("\\d{1,6}")
                        ? versions.find(Integer.parseInt(name)).map(version -> number(version.number()))
                        : Optional.empty();
        };
    }

    /** What an admin works on: the draft where there is one. */
    public JourneyDocument atWork() {
        return named(DRAFT).or(() -> named(CURRENT)).orElseThrow();
    }

    private JourneyDocument number(int version) {
        return JourneyDocument.read(journeys.yaml(version));
    }
}
