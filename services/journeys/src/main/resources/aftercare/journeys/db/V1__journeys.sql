CREATE TABLE journey_version (
    journey      text        NOT NULL,
    version      int         NOT NULL,
    yaml         text        NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    PRIMARY KEY (journey, version)
);

-- One row a patient: whoever writes a patient's facts, plan or events locks it first.
CREATE TABLE patient (
    patient_id      text PRIMARY KEY,
    enrolled_at     timestamptz,
    planned_version int NOT NULL DEFAULT 0, -- of the journey that the plan was made with
    looks_again_at  timestamptz,            -- when time alone may change the plan
    due_at          timestamptz,            -- the next thing to do, clinic time
    retry_at        timestamptz             -- machine time: set aside after a failure
);
CREATE INDEX patient_due ON patient (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX patient_planned_version ON patient (planned_version);

-- Append-only. Holds no names, numbers or words.
CREATE TABLE fact (
    patient_id text        NOT NULL REFERENCES patient,
    event_id   uuid        NOT NULL,
    kind       text        NOT NULL,
    body       jsonb       NOT NULL,
    same_as    uuid        NOT NULL, -- digest of what it says
    learnt_at  timestamptz NOT NULL,
    PRIMARY KEY (patient_id, event_id),
    UNIQUE (patient_id, same_as)
);

CREATE TABLE touchpoint (
    id             uuid        PRIMARY KEY,
    patient_id     text        NOT NULL REFERENCES patient,
    touchpoint     text        NOT NULL,
    purpose        text        NOT NULL,
    priority       int         NOT NULL,
    persist        boolean     NOT NULL,
    appointment_id text,
    event          text        NOT NULL,
    rule           text        NOT NULL,
    anchor_at      timestamptz NOT NULL,
    zone           text        NOT NULL,
    opens_at       timestamptz,
    closes_at      timestamptz,
    state          text        NOT NULL,
    reason         text,
    revision       int         NOT NULL,
    message_id     uuid,
    awaits         uuid,
    silent_at      timestamptz,
    heard_at       timestamptz,
    missed_at      timestamptz,
    changed_at     timestamptz NOT NULL
);
CREATE INDEX touchpoint_patient ON touchpoint (patient_id);

-- Every message that was ever asked for, so that a late receipt or answer finds its touchpoint.
CREATE TABLE request (
    message_id    uuid        PRIMARY KEY,
    touchpoint_id uuid        NOT NULL REFERENCES touchpoint,
    patient_id    text        NOT NULL REFERENCES patient,
    question_id   uuid UNIQUE,
    requested_at  timestamptz NOT NULL
);

CREATE TABLE reply (
    reply_id    uuid        PRIMARY KEY,
    level       text        NOT NULL,
    ending      text,
    screened_at timestamptz NOT NULL
);

CREATE TABLE answer (
    id          uuid        PRIMARY KEY,
    patient_id  text        NOT NULL REFERENCES patient,
    reply_id    uuid        NOT NULL UNIQUE,
    question_id uuid        NOT NULL,
    touchpoint  text        NOT NULL,
    value       text        NOT NULL, -- sealed
    answered_at timestamptz NOT NULL
);
CREATE INDEX answer_patient ON answer (patient_id, answered_at);
