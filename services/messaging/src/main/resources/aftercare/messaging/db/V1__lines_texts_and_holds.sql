-- Columns marked "sealed" hold base64 of Tink AEAD; associated data is the row's id and the column's name.
-- Times are clinic time, except those that say machine time.

-- The order of deeds on a line: drawn only while the line's row is locked.
CREATE SEQUENCE deed;

-- One phone number.
CREATE TABLE line (
    id            uuid PRIMARY KEY,
    number_lookup text UNIQUE,                   -- absent when a text came without a sender
    number        text,                          -- sealed
    refused_code  int,
    refused_at    timestamptz,
    cancelled_at  timestamptz,                   -- what was asked for until then is not to be sent
    created_at    timestamptz NOT NULL
);

CREATE TABLE patient (
    id          text PRIMARY KEY,
    known       boolean NOT NULL,                -- false while we only know that somebody wants to text this patient
    name        text,                            -- sealed
    language    text NOT NULL DEFAULT 'en',
    zone        text NOT NULL DEFAULT 'UTC',
    deceased_at timestamptz,
    merged_into text,
    line_id     uuid REFERENCES line             -- where we text the patient
);
CREATE INDEX patient_line ON patient (line_id);

-- Everyone who may be behind a number. "via" is the chart that lists it: after a merge another one than the patient's.
CREATE TABLE line_patient (
    line_id    uuid NOT NULL REFERENCES line,
    patient_id text NOT NULL REFERENCES patient,
    via        text NOT NULL REFERENCES patient,
    PRIMARY KEY (line_id, patient_id, via)
);
CREATE INDEX line_patient_patient ON line_patient (patient_id);
CREATE INDEX line_patient_via ON line_patient (via);

-- The consent ledger (S7). Without a patient the entry is about the number, whoever holds it.
CREATE TABLE consent_entry (
    no            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid NOT NULL UNIQUE,
    line_id       uuid NOT NULL REFERENCES line,
    patient_id    text REFERENCES patient,
    kind          text NOT NULL CHECK (kind IN ('GRANT', 'REVOKE', 'OFFER_IGNORED')),
    via           text NOT NULL,
    content_level text,
    reply_id      uuid,
    who           text NOT NULL,
    reason        text,                          -- sealed
    at            timestamptz NOT NULL
);
CREATE INDEX consent_entry_line ON consent_entry (line_id);
CREATE INDEX consent_entry_patient ON consent_entry (patient_id);

CREATE TABLE message (
    id                uuid PRIMARY KEY,
    kind              text NOT NULL CHECK (kind IN ('REQUESTED', 'HELP', 'OPT_OUT_CONFIRMATION')),
    patient_id        text REFERENCES patient,
    line_id           uuid REFERENCES line,      -- set when the sending begins
    purpose           text NOT NULL,
    touchpoint        text NOT NULL,
    text              text NOT NULL,             -- sealed
    language          text NOT NULL,
    opens_at          timestamptz NOT NULL,
    closes_at         timestamptz NOT NULL,
    priority          int NOT NULL,
    answers_reply_id  uuid,
    question_id       uuid,
    question          text,                      -- JSON; what is asked, never an answer
    answerable_until  timestamptz,
    answered_at       timestamptz,
    requested_at      timestamptz NOT NULL,
    state             text NOT NULL,
    skip_reason       text,
    due_at            timestamptz NOT NULL,      -- when to decide (again)
    waits_for         text,
    claimed_until     timestamptz,               -- machine time
    attempts          int NOT NULL DEFAULT 0,
    callback_lookup   text UNIQUE,
    sending_at        timestamptz,
    sending_since     timestamptz,               -- machine time
    sending_until     timestamptz,               -- machine time; beyond it nobody knows what became of the attempt
    sending_no        bigint,
    settled_at        timestamptz,
    settled_no        bigint,
    look_at           timestamptz,               -- machine time
    looks             int NOT NULL DEFAULT 0,
    carrier_id        text UNIQUE,
    receipt_rank      int NOT NULL DEFAULT 0,
    error_code        int,
    CHECK (kind <> 'REQUESTED' OR patient_id IS NOT NULL),
    CHECK (kind = 'REQUESTED' OR line_id IS NOT NULL),
    CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'REFUSED', 'UNCERTAIN', 'UNKNOWN', 'SKIPPED')),
    CHECK ((state = 'SKIPPED') = (skip_reason IS NOT NULL))
);
CREATE INDEX message_due ON message (due_at) WHERE state = 'QUEUED';
CREATE INDEX message_under_way ON message (line_id) WHERE state IN ('SENDING', 'UNCERTAIN');
CREATE INDEX message_line ON message (line_id, sending_at);
CREATE INDEX message_patient ON message (patient_id);
CREATE INDEX message_question ON message (question_id);

CREATE TABLE reply (
    id                uuid PRIMARY KEY,
    no                bigint NOT NULL,
    line_id           uuid NOT NULL REFERENCES line,
    carrier_id        text UNIQUE,
    idempotency_token text,
    source            text NOT NULL,
    text              text NOT NULL,             -- sealed
    media_count       int NOT NULL,
    keyword           text,
    received_at       timestamptz NOT NULL,
    taken_at          timestamptz NOT NULL,      -- machine time
    level             text CHECK (level IN ('CRISIS', 'CONCERN', 'ROUTINE')),   -- the highest ever given
    unscreened_at     timestamptz
);
CREATE INDEX reply_line ON reply (line_id, received_at);
CREATE INDEX reply_without_level ON reply (taken_at) WHERE level IS NULL;
CREATE INDEX reply_token ON reply (idempotency_token);

-- Whose number it was when the reply came.
CREATE TABLE reply_patient (
    reply_id   uuid NOT NULL REFERENCES reply,
    patient_id text NOT NULL,
    PRIMARY KEY (reply_id, patient_id)
);
CREATE INDEX reply_patient_patient ON reply_patient (patient_id);

CREATE TABLE verdict (
    event_id    uuid PRIMARY KEY,
    reply_id    uuid NOT NULL REFERENCES reply,
    level       text NOT NULL,
    urgency     text,
    ending      text,
    opt_out     boolean NOT NULL,
    purpose     text NOT NULL,
    engine      text NOT NULL,
    screened_at timestamptz NOT NULL,
    taken_at    timestamptz NOT NULL             -- machine time
);
CREATE INDEX verdict_reply ON verdict (reply_id);

-- What escalation says of a case, as far as sending must know. Facts may come in any order: each only moves its own time forward.
CREATE TABLE escalation (
    id          uuid PRIMARY KEY,
    line_id     uuid NOT NULL,
    opened_at   timestamptz,
    resolved_at timestamptz
);
CREATE INDEX escalation_line ON escalation (line_id);

CREATE TABLE escalation_patient (
    escalation_id uuid NOT NULL REFERENCES escalation,
    patient_id    text NOT NULL,
    PRIMARY KEY (escalation_id, patient_id)
);
CREATE INDEX escalation_patient_patient ON escalation_patient (patient_id);

CREATE TABLE escalation_reply (
    escalation_id uuid NOT NULL REFERENCES escalation,
    reply_id      uuid NOT NULL,
    joined_at     timestamptz NOT NULL,
    PRIMARY KEY (escalation_id, reply_id)
);
CREATE INDEX escalation_reply_reply ON escalation_reply (reply_id);

CREATE TABLE hold (
    id            uuid PRIMARY KEY,
    line_id       uuid NOT NULL,
    escalation_id uuid,
    scope         text NOT NULL,
    placed_by     text NOT NULL,
    placed_at     timestamptz NOT NULL
);
CREATE INDEX hold_line ON hold (line_id);

CREATE TABLE hold_patient (
    hold_id    uuid NOT NULL REFERENCES hold,
    patient_id text NOT NULL,
    PRIMARY KEY (hold_id, patient_id)
);
CREATE INDEX hold_patient_patient ON hold_patient (patient_id);

-- What a named human let go: a reply, a case or a hold, one row each. It may be told before what it releases.
CREATE TABLE release (
    no            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reply_id      uuid,
    escalation_id uuid,
    hold_id       uuid,
    who           text NOT NULL,
    cancelled     boolean NOT NULL,
    at            timestamptz NOT NULL,
    CHECK (num_nonnulls(reply_id, escalation_id, hold_id) = 1)
);
CREATE INDEX release_reply ON release (reply_id);
CREATE INDEX release_escalation ON release (escalation_id);
CREATE INDEX release_hold ON release (hold_id);

CREATE FUNCTION never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER consent_entry_is_append_only BEFORE UPDATE ON consent_entry FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER verdict_is_append_only BEFORE UPDATE ON verdict FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER release_is_append_only BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION never_rewritten();
