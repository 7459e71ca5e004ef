package aftercare.screening.model;

/** Says how likely each kind is, by what it was taught. */
public interface Classifier extends AutoCloseable {

    /**
     * @param asked the clinic's last text, or empty
     * @param said what the patient wrote, earlier texts of the same thought first
     * @param inSpanish whether it is in Spanish, which not every part of a model knows
     */
    Reading read(String asked, String said, boolean inSpanish);

    /** Digest of everything that was learned. */
    String version();

    @Override
    void close();
}
