package aftercare.escalation.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a colleague's webhook that a call is ours and how old it is: {@code t=<unix seconds>,v1=<hex of HMAC-SHA256 of "seconds.body">}. */
record HookSignature(String secret) {
    private static final String ALGORITHM = "HmacSHA256";

    String of(byte[] body, Instant now) {
        var seconds = Long.toString(now.getEpochSecond());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "HookSignature";
    }
}
