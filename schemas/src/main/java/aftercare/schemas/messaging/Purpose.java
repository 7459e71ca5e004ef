package aftercare.schemas.messaging;

/** Why a text is sent. A CONCERN lets only {@code LOGISTICS} through (S5). */
public enum Purpose {
    OPT_IN,
    LOGISTICS,
    CHECK_IN,
    EDUCATION,
    ANSWER
}
