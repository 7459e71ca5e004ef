package aftercare.journeys.versions;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.definition.Journeys;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which words a clinician approved, by digest: they hold for every version that says the same. */
@Repository
class Approvals {
    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String id, String digest) {}

    /** Every text of a journey with its approval. */
    List<ReadText> of(JourneyDocument journey) {
        var known = all();
        return Words.of(journey).stream()
                .map(words -> new ReadText(
                        words.id(), words.name(), words.digest(), known.get(new Key(words.id(), words.digest()))))
                .toList();
    }

    List<ReadText> missing(JourneyDocument journey) {
        return of(journey).stream().filter(text -> !text.isApproved()).toList();
    }

    private Map<Key, Approval> all() {
        var known = new HashMap<Key, Approval>();
        jdbc.sql("SELECT text_id, digest, approved_by, approved_at FROM text_approval WHERE journey = :journey")
                .param("journey", Journeys.DEFAULT)
                .query(row -> {
                    known.put(
                            new Key(row.getString("text_id"), row.getString("digest")),
                            new Approval(
                                    row.getString("approved_by"),
                                    row.getObject("approved_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return known;
    }

    /** Whether it was not approved before: the first approval counts. */
    boolean add(String textId, String digest, Approval approval) {
        return jdbc.sql("""
                        INSERT INTO text_approval (journey, text_id, digest, approved_at, approved_by)
                        VALUES (:journey, :text, :digest, :at, :by) ON CONFLICT DO NOTHING
                        """)
                        .param("journey", Journeys.DEFAULT)
                        .param("text", textId)
                        .param("digest", digest)
                        .param("at", approval.at().atOffset(UTC))
                        .param("by", approval.by())
                        .update()
                == 1;
    }

    /** Whether there was one. */
    boolean remove(String textId, String digest) {
        return jdbc.sql("DELETE FROM text_approval WHERE journey = :journey AND text_id = :text AND digest = :digest")
                        .param("journey", Journeys.DEFAULT)
                        .param("text", textId)
                        .param("digest", digest)
                        .update()
                == 1;
    }
}
