package aftercare.schemas;

/**
 * Words, names, numbers and answers as they travel and lie (S9): Tink AEAD ciphertext in base64. The associated data is
 * {@code <event or record id>/<field>}, so a sealed value cannot be moved to another event or field.
 */
public record Sealed(String sealed) {

    /** Never shows the value, not even sealed: ciphertext in logs is still a copy of PHI. */
    @Override
    public String toString() {
        return "Sealed";
    }
}
