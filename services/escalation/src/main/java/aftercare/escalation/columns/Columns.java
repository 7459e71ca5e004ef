package aftercare.escalation.columns;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** A value for a {@code text[]} column, or for one cast to another type. */
    public static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(Object::toString)
                .toList();
    }

    public static List<PatientId> patients(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(PatientId::new).toList();
    }

    public static List<LineId> lines(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream()
                .map(UUID::fromString)
                .map(LineId::new)
                .toList();
    }

    public static List<ReplyId> replies(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream()
                .map(UUID::fromString)
                .map(ReplyId::new)
                .toList();
    }
}
