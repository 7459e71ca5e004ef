package aftercare.journeys.versions;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.definition.Journeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version there ever was; only their states change. */
@Repository
class Versions {
    private static final String SELECT = """
            SELECT version, state, in_flight, published_at, published_by, takes_effect_at, in_force_from, undoes FROM journey_version
             WHERE journey = :journey
            """;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else publishes, schedules or undoes. */
    void lock() {
        jdbc.sql("LOCK TABLE journey_version IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** The newest first. */
    List<Version> all() {
        return jdbc.sql(SELECT + " ORDER BY version DESC")
                .param("journey", Journeys.DEFAULT)
                .query(Versions::toVersion)
                .list();
    }

    Optional<Version> find(int number) {
        return all().stream().filter(version -> version.number() == number).findFirst();
    }

    Optional<Version> inState(VersionState state) {
        return all().stream().filter(version -> version.state() == state).findFirst();
    }

    Version inForce() {
        return inState(VersionState.PUBLISHED).orElseThrow();
    }

    /** The version that was in force before this one. */
    Optional<Version> before(Version version) {
        return all().stream()
                .filter(other -> other.inForceFrom() != null && other.number() < version.number())
                .findFirst();
    }

    /** A new version that waits, with the next number. */
    int add(String yaml, InFlight inFlight, Instant takesEffectAt, @Nullable Integer undoes, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO journey_version
                            (journey, version, yaml, published_at, published_by, state, in_flight, takes_effect_at, undoes)
                        SELECT :journey, max(version) + 1, :yaml, :now, :by, 'SCHEDULED', :inFlight, :takesEffectAt, :undoes
                          FROM journey_version WHERE journey = :journey
                        RETURNING version
                        """)
                .param("journey", Journeys.DEFAULT)
                .param("yaml", yaml)
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .param("inFlight", inFlight.name())
                .param("takesEffectAt", takesEffectAt.atOffset(UTC))
                .param("undoes", undoes)
                .query(Integer.class)
                .single();
    }

    void retire(int number) {
        jdbc.sql("UPDATE journey_version SET state = 'RETIRED' WHERE journey = :journey AND version = :version")
                .param("journey", Journeys.DEFAULT)
                .param("version", number)
                .update();
    }

    void putInForce(int number, Instant now) {
        jdbc.sql("""
                        UPDATE journey_version SET state = 'PUBLISHED', in_force_from = :now
                         WHERE journey = :journey AND version = :version
                        """)
                .param("now", now.atOffset(UTC))
                .param("journey", Journeys.DEFAULT)
                .param("version", number)
                .update();
    }

    private static Version toVersion(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                VersionState.valueOf(row.getString("state")),
                InFlight.valueOf(row.getString("in_flight")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                instant(row, "takes_effect_at"),
                instant(row, "in_force_from"),
                row.getObject("undoes", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
