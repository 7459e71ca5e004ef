package aftercare.journeys.rates;

import static java.time.ZoneOffset.UTC;

import aftercare.schemas.screening.Answer;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bound answers that were a crisis. They are counted; what they said is elsewhere. */
@Repository
class RiskAnswers {
    private final JdbcClient jdbc;

    RiskAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(ReplyScreened verdict) {
        Optional.ofNullable(verdict.answer())
                .filter(answer -> verdict.level() == Level.CRISIS)
                .ifPresent(answer -> add(verdict, answer));
    }

    private void add(ReplyScreened verdict, Answer answer) {
        jdbc.sql(
                        "INSERT INTO risk_answer (reply_id, question_id, at) VALUES (:reply, :question, :at) ON CONFLICT DO NOTHING")
                .param("reply", verdict.replyId().value())
                .param("question", answer.questionId().value())
                .param("at", verdict.screenedAt().atOffset(UTC))
                .update();
    }
}
