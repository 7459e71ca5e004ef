package aftercare.messaging.columns;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes what has no column type of its own in Java. */
public final class Columns {
    private Columns() {}

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    public static LineId line(ResultSet row, String column) throws SQLException {
        return new LineId(uuid(row, column));
    }

    public static @Nullable LineId lineOrNull(ResultSet row, String column) throws SQLException {
        var id = uuidOrNull(row, column);
        return id == null ? null : new LineId(id);
    }

    public static @Nullable PatientId patientOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : new PatientId(id);
    }

    public static @Nullable Sealed sealedOrNull(ResultSet row, String column) throws SQLException {
        var words = row.getString(column);
        return words == null ? null : new Sealed(words);
    }

    /** A value to compare with {@code = ANY(:values)}, cast there when the column is no text. */
    public static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
