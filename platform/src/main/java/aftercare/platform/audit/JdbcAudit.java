package aftercare.platform.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entry}. */
class JdbcAudit implements Audit {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Instant at, String who, String what, String about, Map<String, String> why) {
        jdbc.sql("""
                WITH entry AS (INSERT INTO audit_entry (at, who, what, about, why)
                               VALUES (:at, :who, :what, :about, :why) RETURNING id)
                INSERT INTO audit_unsealed (entry_id) SELECT id FROM entry
                """)
                .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("about", about)
                .param("why", JSON.writeValueAsString(new TreeMap<>(why)))
                .update();
    }
}
