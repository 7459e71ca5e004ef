package aftercare.journeys.answers;

import org.jspecify.annotations.Nullable;

/** How a reply ends; exactly one. A ROUTINE reply ends as anything but the first. */
sealed interface ReplyEnd {
    /** It is CRISIS or CONCERN: humans have it, and no machine answers (S1). */
    record WithHumans() implements ReplyEnd {}

    /**
     * It answers a question of ours.
     *
     * @param request what the answer asks of the front desk besides
     */
    record Answered(
            AskedQuestion question, String value, @Nullable String request) implements ReplyEnd {}

    /** Thanks or chatter: closed. */
    record Courtesy() implements ReplyEnd {}

    /** It does not answer the question that is open, which is put once more. */
    record AskedAgain(AskedQuestion question) implements ReplyEnd {}

    /** Somebody at the front desk owns it; an approved text may answer it for them. */
    record Owned(String topic) implements ReplyEnd {}

    /** A keyword: messaging answers it with its fixed text. */
    record ByKeyword() implements ReplyEnd {}
}
