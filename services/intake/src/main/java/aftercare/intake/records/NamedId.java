package aftercare.intake.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they name (UUID version 5), so that the same fact has the same id when it is sent again. */
public final class NamedId {
    private static final UUID NAMESPACE = UUID.fromString("5f6e3b0a-7d0c-5a51-9c39-2f8f5d1d7a10");

    private NamedId() {}

    public static UUID of(String... parts) {
        var digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        digest.update(String.join("\n", parts).getBytes(UTF_8));
        var name = ByteBuffer.wrap(digest.digest());
        var high = (name.getLong() & ~0xF000L) | 0x5000L;
        var low = (name.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
