package aftercare.schemas.screening;

/** How a ROUTINE reply ends; exactly one. */
public enum Ending {
    /** A bound answer to the open question. */
    ANSWER,
    /** Thanks or chatter: closed. */
    COURTESY,
    /** Somebody at the front desk owns it. */
    REQUEST,
    /** HELP, INFO or START: messaging answers with its fixed text. */
    KEYWORD
}
