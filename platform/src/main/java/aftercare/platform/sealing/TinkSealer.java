package aftercare.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import aftercare.schemas.Sealed;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals with Tink's AEAD; the associated data is {@code <record id>/<field>}. */
final class TinkSealer implements Sealer {
    private static final int LOOKUP_BYTES = 32;

    private final Aead aead;
    private final PrfSet prf;

    TinkSealer(Keysets keysets) throws GeneralSecurityException {
        this.aead = keysets.aead();
        this.prf = keysets.prf();
    }

    @Override
    public Sealed seal(String words, Object recordId, String field) {
        try {
            var sealed = aead.encrypt(words.getBytes(UTF_8), place(recordId, field));
            return new Sealed(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The field " + field + " can't be sealed", e);
        }
    }

    @Override
    public String open(Sealed sealed, Object recordId, String field) {
        try {
            return new String(aead.decrypt(Base64.getDecoder().decode(sealed.sealed()), place(recordId, field)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken(field, e);
        }
    }

    @Override
    public String lookup(String value) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(prf.computePrimary(value.getBytes(UTF_8), LOOKUP_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A look-up key can't be made", e);
        }
    }

    private static byte[] place(Object recordId, String field) {
        return (recordId + "/" + field).getBytes(UTF_8);
    }
}
