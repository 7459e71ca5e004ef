-- An answer to an item of a questionnaire knows which item, in which words, and by what it was read.
ALTER TABLE answer
    ADD COLUMN questionnaire_id uuid,
    ADD COLUMN item             int,
    ADD COLUMN wording          text,
    ADD COLUMN scored_by        text;

-- A questionnaire as it is asked, one item a text.
CREATE TABLE questionnaire (
    id            uuid        PRIMARY KEY,
    patient_id    text        NOT NULL REFERENCES patient,
    touchpoint_id uuid        NOT NULL REFERENCES touchpoint,
    touchpoint    text        NOT NULL,
    instrument    text        NOT NULL,
    wording       text        NOT NULL,
    language      text        NOT NULL,
    began_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    item          int         NOT NULL, -- the last that was asked
    state         text        NOT NULL,
    reason        text,
    ended_at      timestamptz
);
CREATE INDEX questionnaire_of_patient ON questionnaire (patient_id, began_at);
CREATE INDEX questionnaire_open ON questionnaire (expires_at) WHERE state = 'OPEN';

-- Questions that followed from a reply: the next item, or the same question once more.
CREATE TABLE further_question (
    question_id      uuid        PRIMARY KEY,
    message_id       uuid        NOT NULL UNIQUE,
    patient_id       text        NOT NULL REFERENCES patient,
    touchpoint_id    uuid        NOT NULL REFERENCES touchpoint,
    questionnaire_id uuid REFERENCES questionnaire,
    item             int,
    again            boolean     NOT NULL,
    asked_at         timestamptz NOT NULL,
    open_until       timestamptz NOT NULL
);
CREATE INDEX further_question_of_patient ON further_question (patient_id, asked_at);

-- Moods, and totals of questionnaires whose every item is answered.
CREATE TABLE score (
    id               uuid        PRIMARY KEY,
    patient_id       text        NOT NULL REFERENCES patient,
    scale            text        NOT NULL,
    value            text        NOT NULL, -- sealed
    touchpoint       text        NOT NULL,
    questionnaire_id uuid REFERENCES questionnaire,
    wording          text,
    scored_by        text        NOT NULL,
    reply_id         uuid        NOT NULL,
    scored_at        timestamptz NOT NULL
);
CREATE INDEX score_of_patient ON score (patient_id, scored_at);

-- What the rules found in scores; no score.
CREATE TABLE low_mood (
    reply_id   uuid        PRIMARY KEY,
    patient_id text        NOT NULL REFERENCES patient,
    rules      text[]      NOT NULL,
    found_at   timestamptz NOT NULL
);
CREATE INDEX low_mood_found ON low_mood (found_at);

-- Holds that stand, as escalation tells of them: nothing is asked further meanwhile. Messaging keeps the gate.
CREATE TABLE held (
    hold_id    uuid NOT NULL,
    patient_id text NOT NULL,
    PRIMARY KEY (hold_id, patient_id)
);
CREATE INDEX held_patient ON held (patient_id);

-- What an admin lets a machine say to a routine question.
CREATE TABLE fixed_answer (
    topic       text        PRIMARY KEY,
    english     text        NOT NULL,
    spanish     text        NOT NULL,
    enabled     boolean     NOT NULL,
    approved_by text        NOT NULL,
    approved_at timestamptz NOT NULL
);
CREATE TABLE fixed_answer_sent (
    patient_id text        NOT NULL REFERENCES patient,
    topic      text        NOT NULL,
    day        date        NOT NULL,
    message_id uuid        NOT NULL UNIQUE,
    reply_id   uuid        NOT NULL,
    sent_at    timestamptz NOT NULL,
    PRIMARY KEY (patient_id, topic, day)
);

CREATE INDEX touchpoint_missed ON touchpoint (missed_at) WHERE missed_at IS NOT NULL;
CREATE INDEX touchpoint_planned ON touchpoint (opens_at) WHERE state = 'PLANNED';
