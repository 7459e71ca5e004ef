package aftercare.escalation.protocol;

/** What a case asks of a clinician, in this order. */
enum ProtocolStep {
    /** Somebody takes it. */
    ACKNOWLEDGE,
    /** The thread, the scores, the last session, the safety plan. */
    READ,
    /** By voice, from the clinic's number; two tries five minutes apart. */
    CALL,
    /** Thoughts, plan, intent, behaviour (C-SSRS); where they are and who is with them. */
    ASK_DIRECTLY,
    SAFETY_PLAN,
    LEVEL_OF_CARE,
    /** Another number, the second contact, and only then a welfare check. */
    SECOND_CONTACT,
    /** What was found, and whether texts go on. */
    DOCUMENT,
    TELL_PRESCRIBER,
    /** A second person looks at it within one business day. */
    SECOND_PERSON;

    /** Whether the deed itself ticks it: nobody can say that a case is taken, or documented, while it is not. */
    boolean tickedByDeed() {
        return switch (this) {
            case ACKNOWLEDGE, DOCUMENT -> true;
            case READ, CALL, ASK_DIRECTLY, SAFETY_PLAN, LEVEL_OF_CARE, SECOND_CONTACT, TELL_PRESCRIBER, SECOND_PERSON ->
                false;
        };
    }
}
