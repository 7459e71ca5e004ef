package aftercare.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** One row of the trail; {@code why} is JSON as it lies in the table. */
record AuditEntry(long id, Instant at, String who, String what, String about, String why) {

    /** The seal of this entry behind {@code previous}: SHA-256 over both, each field with its length before it. */
    String sealAfter(String previous) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, previous);
            out.writeLong(id);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            write(out, who);
            write(out, what);
            write(out, about);
            write(out, why);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha256().digest(bytes.toByteArray()));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
