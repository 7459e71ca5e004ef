-- Replies to a question about risk that were taken for a crisis, such as item 9 of a PHQ-9 answered with 1 or more. No words.
CREATE TABLE risk_answer (
    reply_id    uuid        PRIMARY KEY,
    question_id uuid        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX risk_answer_question ON risk_answer (question_id);
CREATE INDEX request_requested_at ON request (requested_at);
