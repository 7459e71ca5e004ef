package aftercare.screening.replies;

import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.ScreeningPurpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The event id of a verdict: UUIDv5 of reply, engine version and purpose, so that a replay says nothing new. */
final class VerdictId {
    private VerdictId() {}

    static UUID of(ReplyId reply, String engineVersion, ScreeningPurpose purpose) {
        var digest = sha1();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(reply.value().getMostSignificantBits())
                .putLong(reply.value().getLeastSignificantBits())
                .array());
        digest.update((engineVersion + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        var hash = ByteBuffer.wrap(digest.digest());
        long most = (hash.getLong() & ~0xF000L) | 0x5000L;
        long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
