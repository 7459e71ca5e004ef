package aftercare.escalation.cases;

import aftercare.platform.sealing.Sealer;
import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.screening.Span;
import aftercare.schemas.screening.Versions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes over what an event marked in a reply, sealed for the row that will hold it. */
@Component
class FoundWords {
    private static final Logger log = LoggerFactory.getLogger(FoundWords.class);

    private final Sealer sealer;

    FoundWords(Sealer sealer) {
        this.sealer = sealer;
    }

    static String of(Versions versions) {
        return versions.engine() + " " + versions.rules() + (versions.model() == null ? "" : " " + versions.model());
    }

    List<MarkedWords> marked(UUID eventId, UUID findingId, List<Span> spans) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> marked(eventId, findingId, spans.get(i), i))
                .toList();
    }

    private MarkedWords marked(UUID eventId, UUID findingId, Span span, int i) {
        return new MarkedWords(span.start(), span.end(), span.rule(), sealedAgain(eventId, findingId, span, i));
    }

    /** Words that can't be opened must not keep anybody from being paged. */
    private @Nullable String sealedAgain(UUID eventId, UUID findingId, Span span, int i) {
        var field = "spans/" + i;
        try {
            return sealer.seal(sealer.open(span.words(), eventId, field), findingId, field)
                    .sealed();
        } catch (SealBroken e) {
            log.atError()
                    .addKeyValue("event", eventId)
                    .log("Marked words can't be opened; the case goes on without them");
            return null;
        }
    }
}
