package aftercare.journeys.definition;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The default journey's published versions; the highest is in force. */
@Repository
public class Journeys {
    private static final String DEFAULT = "default";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ClinicClock clock;
    private final ClinicSettings clinic;
    private final Resource shipped;
    private final AtomicReference<@Nullable PublishedJourney> latest = new AtomicReference<>();

    Journeys(
            JdbcClient jdbc,
            Audit audit,
            ClinicClock clock,
            ClinicSettings clinic,
            @Value("classpath:/aftercare/journeys/journeys.yaml") Resource shipped) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.clinic = clinic;
        this.shipped = shipped;
    }

    /** The shipped journey is version 1, whichever instance starts first. */
    @PostConstruct
    void importShipped() throws IOException {
        var yaml = shipped.getContentAsString(StandardCharsets.UTF_8);
        JourneyYaml.readForPublishing(yaml, clinic);
        insert(1, yaml, "service:journeys");
    }

    public PublishedJourney current() {
        int version = version();
        var known = latest.get();
        if (known == null || known.version() != version) {
            known = new PublishedJourney(version, JourneyYaml.read(yaml()));
            latest.set(known);
        }
        return known;
    }

    public int version() {
        return jdbc.sql("SELECT max(version) FROM journey_version WHERE journey = :journey")
                .param("journey", DEFAULT)
                .query(Integer.class)
                .single();
    }

    String yaml() {
        return jdbc.sql("SELECT yaml FROM journey_version WHERE journey = :journey ORDER BY version DESC LIMIT 1")
                .param("journey", DEFAULT)
                .query(String.class)
                .single();
    }

    /**
     * Publishes a new version; every plan made with an older one is due to be made again.
     *
     * @throws InvalidJourney and nothing is published
     */
    @Transactional
    public int publish(String yaml, String by) {
        JourneyYaml.readForPublishing(yaml, clinic);
        jdbc.sql("LOCK TABLE journey_version IN SHARE ROW EXCLUSIVE MODE").update();
        int version = version() + 1;
        insert(version, yaml, by);
        audit.record(
                clock.instant(),
                by,
                "JourneyPublished",
                "journey/" + DEFAULT,
                Map.of("version", String.valueOf(version)));
        return version;
    }

    private void insert(int version, String yaml, String by) {
        jdbc.sql("""
                        INSERT INTO journey_version (journey, version, yaml, published_at, published_by)
                        VALUES (:journey, :version, :yaml, :now, :by)
                        ON CONFLICT DO NOTHING
                        """)
                .param("journey", DEFAULT)
                .param("version", version)
                .param("yaml", yaml)
                .param("now", clock.instant().atOffset(UTC))
                .param("by", by)
                .update();
    }
}
