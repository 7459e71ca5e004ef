package aftercare.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aftercare.platform.sealing.Sealer.SealBroken;
import aftercare.schemas.Sealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkSealerTest {
    private static final UUID RECORD = UUID.fromString("6a7c2c3e-52a3-4b6e-9d5f-1d4f7d1f0a01");
    private static final String WORDS = "zażółć 🙂 what he said";

    @TempDir
    Path directory;

    @Test
    void what_was_sealed_for_a_field_opens_for_that_field() throws Exception {
        var sealer = sealer(newKeyset("keys"));
        var sealed = sealer.seal(WORDS, RECORD, "text");
        assertThat(sealer.open(sealed, RECORD, "text")).isEqualTo(WORDS);
        assertThat(Base64.getDecoder().decode(sealed.sealed()))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("he said");
    }

    @Test
    void a_sealed_value_moved_to_another_record_or_field_does_not_open() throws Exception {
        var sealer = sealer(newKeyset("keys"));
        var sealed = sealer.seal(WORDS, RECORD, "text");
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.open(sealed, UUID.randomUUID(), "text"));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.open(sealed, RECORD, "name"));
    }

    @Test
    void a_damaged_value_and_another_deployments_value_do_not_open() throws Exception {
        var sealer = sealer(newKeyset("keys"));
        var foreign = sealer(newKeyset("others")).seal(WORDS, RECORD, "text");
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.open(foreign, RECORD, "text"));
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> sealer.open(new Sealed("no base64!"), RECORD, "text"));
    }

    @Test
    void what_an_older_key_sealed_still_opens_and_is_still_found_after_rotation() throws Exception {
        var keyset = newKeyset("keys");
        var before = sealer(keyset);
        var sealed = before.seal(WORDS, RECORD, "text");
        Keysets.addPrimary(keyset);
        var after = sealer(keyset);

        assertThat(after.open(sealed, RECORD, "text")).isEqualTo(WORDS);
        assertThat(after.lookup(WORDS)).isEqualTo(before.lookup(WORDS));
        var sealedWithNew = after.seal(WORDS, RECORD, "text");
        assertThatExceptionOfType(SealBroken.class)
                .as("the new key seals")
                .isThrownBy(() -> before.open(sealedWithNew, RECORD, "text"));
    }

    @Test
    void a_lookup_key_is_the_same_for_the_same_value_only_and_differs_between_deployments() throws Exception {
        var sealer = sealer(newKeyset("keys"));
        assertThat(sealer.lookup("+12025550143"))
                .isEqualTo(sealer.lookup("+12025550143"))
                .isNotEqualTo(sealer.lookup("+12025550144"))
                .isNotEqualTo(sealer(newKeyset("others")).lookup("+12025550143"))
                .matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void new_keys_are_their_owners_alone_and_never_replace_old_ones() throws Exception {
        var keyset = newKeyset("keys");
        assertThat(Files.getPosixFilePermissions(keyset)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Keysets.addPrimary(keyset);
        assertThat(Files.getPosixFilePermissions(keyset)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> Keysets.generate(keyset))
                .withCauseInstanceOf(FileAlreadyExistsException.class);
    }

    private Path newKeyset(String name) {
        var file = directory.resolve(name + ".json");
        Keysets.generate(file);
        return file;
    }

    private static Sealer sealer(Path keyset) throws Exception {
        return new TinkSealer(Keysets.parse(Files.readString(keyset)));
    }
}
