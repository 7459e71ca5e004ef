package aftercare.standalone;

import aftercare.platform.sealing.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** Prints the secrets of a new deployment on containers, as the lines of an {@code .env} file. Losing the keyset loses every word kept. */
public final class ComposeSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ComposeSecrets() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("POSTGRES_PASSWORD=" + hex());
        System.out.println("DATABASE_PASSWORD=" + hex());
        System.out.println("AFTERCARE_ACCESS_SECRET=" + Base64.getEncoder().encodeToString(bytes(32)));
        System.out.println("ESCALATION_WEBHOOK_SECRET=" + hex());
        System.out.println("AFTERCARE_KEYSET='" + keyset() + "'");
        System.out.println("TWILIO_ACCOUNT_SID=AC" + hex());
        System.out.println("TWILIO_AUTH_TOKEN=" + hex());
    }

    private static String keyset() throws IOException {
        var directory = Files.createTempDirectory("aftercare-keyset");
        var file = directory.resolve("keyset.json");
        try {
            Keysets.generate(file);
            return JsonMapper.shared().readTree(Files.readString(file)).toString();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static String hex() {
        return HexFormat.of().formatHex(bytes(16));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
