package aftercare.platform.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;

/**
 * The deployment's {@link Sealer}. {@code aftercare.keyset}, or {@code AFTERCARE_KEYSET} in the environment, is the path of the keyset
 * document or the document itself. A service without words to keep sets {@code aftercare.sealing.enabled=false}.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "aftercare.sealing.enabled", matchIfMissing = true)
class SealingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Sealer sealer(@Value("${aftercare.keyset:}") String keyset) {
        if (keyset.isBlank()) {
            throw refused(
                    "No keyset, so no words can be kept. Give the path of the deployment's keyset file, or the keyset itself in"
                            + " AFTERCARE_KEYSET. Every service of a deployment needs the same one.",
                    null);
        }
        try {
            return new TinkSealer(Keysets.parse(keyset.startsWith("{") ? keyset : Files.readString(Path.of(keyset))));
        } catch (IOException e) {
            throw refused(
                    "The keyset file " + keyset
                            + " can't be read. Without the deployment's own keyset nothing it stored can be"
                            + " opened: restore the file, do not make a new one.",
                    e);
        } catch (GeneralSecurityException e) {
            throw refused(
                    "This is not the deployment's keyset: a JSON document with the Tink keysets \"sealing\" and \"lookup\".",
                    e);
        }
    }

    /** Without the value: it may be the keyset itself. */
    private static InvalidConfigurationPropertyValueException refused(String reason, @Nullable Throwable cause) {
        return new InvalidConfigurationPropertyValueException("aftercare.keyset", "(not shown)", reason, cause);
    }
}
