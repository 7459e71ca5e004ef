package aftercare.platform.sealing;

import aftercare.schemas.Sealed;

/** Seals words so that only this deployment can read them, and makes the look-up key of a value that must be found again. */
public interface Sealer {

    /**
     * @param recordId id of the event or record that will hold the value
     * @param field name of the field in it; with the id it is the associated data
     */
    Sealed seal(String words, Object recordId, String field);

    /**
     * @throws SealBroken when the value was not sealed for this record and field with a key of this deployment
     */
    String open(Sealed sealed, Object recordId, String field);

    /** The same for the same value, and no way back: a keyed digest in URL-safe base64. */
    String lookup(String value);

    /** A sealed value can't be opened: another deployment's key, or moved from another record. */
    final class SealBroken extends RuntimeException {
        public SealBroken(String field, Throwable cause) {
            super("The field " + field + " can't be opened with this deployment's keyset", cause);
        }
    }
}
