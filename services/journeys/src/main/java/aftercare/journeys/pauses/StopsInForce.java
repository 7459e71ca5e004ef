package aftercare.journeys.pauses;

import aftercare.journeys.planning.Closures;
import aftercare.journeys.planning.Pauses;
import aftercare.journeys.planning.Stops;
import aftercare.schemas.PatientId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pauses and closures as planning needs them: without reasons, and past ones too, since a window may begin in one. */
@Repository
class StopsInForce implements Stops {
    private final JdbcClient jdbc;
    private final ClosureTable closures;

    StopsInForce(JdbcClient jdbc, ClosureTable closures) {
        this.jdbc = jdbc;
        this.closures = closures;
    }

    @Override
    public Pauses pausesOf(PatientId patient) {
        return new Pauses(jdbc.sql("""
                        SELECT touchpoint, since, until FROM pause
                         WHERE patient_id IS NULL OR patient_id = :patient ORDER BY since, id
                        """)
                .param("patient", patient.value())
                .query((row, number) -> {
                    var until = row.getObject("until", OffsetDateTime.class);
                    return new Pauses.Pause(
                            row.getString("touchpoint"),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list());
    }

    @Override
    public Closures closures() {
        return new Closures(closures.from(LocalDate.EPOCH).stream()
                .map(closure -> new Closures.Closure(closure.firstDay(), closure.lastDay(), closure.name()))
                .toList());
    }
}
