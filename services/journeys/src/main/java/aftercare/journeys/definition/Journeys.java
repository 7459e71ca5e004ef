package aftercare.journeys.definition;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.clock.ClinicClock;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The default journey's versions as planning reads them. Exactly one is in force; a version never changes once it is there. */
@Repository
public class Journeys {
    public static final String DEFAULT = "default";

    private final JdbcClient jdbc;
    private final ClinicClock clock;
    private final ClinicSettings clinic;
    private final Resource shipped;
    private final Map<Integer, PublishedJourney> read = new ConcurrentHashMap<>();

    Journeys(
            JdbcClient jdbc,
            ClinicClock clock,
            ClinicSettings clinic,
            @Value("classpath:/aftercare/journeys/journeys.yaml") Resource shipped) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.clinic = clinic;
        this.shipped = shipped;
    }

    /** The shipped journey is version 1, whichever instance starts first. */
    @PostConstruct
    void importShipped() throws IOException {
        var yaml = shipped.getContentAsString(StandardCharsets.UTF_8);
        JourneyYaml.readForPublishing(yaml, clinic);
        jdbc.sql("""
                        INSERT INTO journey_version (journey, version, yaml, published_at, published_by, state, in_flight, in_force_from)
                        VALUES (:journey, 1, :yaml, :now, 'service:journeys', 'PUBLISHED', 'MOVE', :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("journey", DEFAULT)
                .param("yaml", yaml)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** The version in force. */
    public PublishedJourney current() {
        return version(version());
    }

    /** The number of the version in force; it only ever rises. */
    public int version() {
        return jdbc.sql("SELECT version FROM journey_version WHERE journey = :journey AND state = 'PUBLISHED'")
                .param("journey", DEFAULT)
                .query(Integer.class)
                .single();
    }

    /** One version, in force or not. */
    public PublishedJourney version(int version) {
        return read.computeIfAbsent(version, number -> new PublishedJourney(number, JourneyYaml.read(yaml(number))));
    }

    /** A version's file as it was published. */
    public String yaml(int version) {
        return jdbc.sql("SELECT yaml FROM journey_version WHERE journey = :journey AND version = :version")
                .param("journey", DEFAULT)
                .param("version", version)
                .query(String.class)
                .single();
    }
}
