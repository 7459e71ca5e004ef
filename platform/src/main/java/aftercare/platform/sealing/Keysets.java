package aftercare.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A deployment's keys: one JSON document with two Tink keysets, {@code sealing} (AES256-GCM; a new primary may be added, old keys still
 * open) and {@code lookup} (HMAC-SHA256; never changed, since every look-up key in every table is made with it).
 */
public final class Keysets {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeysetHandle sealing;
    private final KeysetHandle lookup;

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink can't be set up", e);
        }
    }

    private Keysets(KeysetHandle sealing, KeysetHandle lookup) {
        this.sealing = sealing;
        this.lookup = lookup;
    }

    /** Writes new keys to a file that only its owner reads. The file must not exist: without its keys nothing can be opened again. */
    public static void generate(Path file) {
        try {
            var keysets = new Keysets(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
            create(file, keysets.toJson());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink can't make keys", e);
        }
    }

    /** Adds a key that seals from now on; what older keys sealed still opens. Every service must be started anew with the file. */
    public static void addPrimary(Path file) {
        try {
            var old = parse(Files.readString(file));
            var sealing = KeysetHandle.newBuilder(old.sealing)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            create(next, new Keysets(sealing, old.lookup).toJson());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink can't make keys", e);
        }
    }

    /**
     * @throws GeneralSecurityException when this is no keyset document
     */
    static Keysets parse(String json) throws GeneralSecurityException {
        try {
            var document = JSON.readTree(json);
            return new Keysets(keyset(document, "sealing"), keyset(document, "lookup"));
        } catch (JacksonException e) {
            // Without its cause: a parser's message may quote the key.
            throw new GeneralSecurityException("The keyset is not JSON");
        }
    }

    Aead aead() throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    PrfSet prf() throws GeneralSecurityException {
        return lookup.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    private static KeysetHandle keyset(JsonNode document, String name) throws GeneralSecurityException {
        if (!document.path(name).isObject()) {
            throw new GeneralSecurityException("The keyset has no part named " + name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(document.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    private String toJson() throws GeneralSecurityException {
        var document = JSON.createObjectNode();
        document.set("sealing", tree(sealing));
        document.set("lookup", tree(lookup));
        return document.toPrettyString();
    }

    private static JsonNode tree(KeysetHandle keyset) throws GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private static void create(Path file, String json) {
        try {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
