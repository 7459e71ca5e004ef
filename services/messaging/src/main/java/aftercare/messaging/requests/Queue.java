package aftercare.messaging.requests;

import static aftercare.messaging.columns.Columns.at;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where a text begins to wait for its window. */
@Repository
public class Queue {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Bell bell;

    Queue(JdbcClient jdbc, JsonMapper json, Bell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
    }

    /** Whether the text is new here; the same one asked for again changes nothing. */
    public boolean add(NewMessage message) {
        var patient = message.patientId();
        var line = message.lineId();
        var answers = message.answersReplyId();
        var question = message.question();
        var author = message.author();
        var added = jdbc.sql("""
                INSERT INTO message (id, kind, patient_id, line_id, purpose, touchpoint, text, language, opens_at, closes_at,
                                     priority, answers_reply_id, question_id, question, requested_at, author, state, due_at)
                VALUES (:id, :kind, :patient, :line, :purpose, :touchpoint, :text, :language, :opens, :closes,
                        :priority, :answers, :questionId, :question, :requested, :author, 'QUEUED', :opens)
                ON CONFLICT (id) DO NOTHING
                """)
                .param("id", message.id().value())
                .param("kind", message.kind().name())
                .param("patient", patient == null ? null : patient.value(), Types.VARCHAR)
                .param("line", line == null ? null : line.value(), Types.OTHER)
                .param("purpose", message.purpose().name())
                .param("touchpoint", message.touchpoint())
                .param("text", message.text().sealed())
                .param("language", message.language())
                .param("opens", at(message.window().opensAt()))
                .param("closes", at(message.window().closesAt()))
                .param("priority", message.priority())
                .param("answers", answers == null ? null : answers.value(), Types.OTHER)
                .param(
                        "questionId",
                        question == null ? null : question.questionId().value(),
                        Types.OTHER)
                .param("question", question == null ? null : json.writeValueAsString(question), Types.VARCHAR)
                .param("requested", at(message.requestedAt()))
                .param("author", author == null ? null : author.value(), Types.VARCHAR)
                .update();
        bell.ring();
        return added == 1;
    }
}
