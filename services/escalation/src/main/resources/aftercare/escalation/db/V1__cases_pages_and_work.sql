-- Columns marked "sealed" hold base64 of Tink AEAD; associated data is the row's id and the column's name.

CREATE TABLE change (
    sequence bigint NOT NULL
);
INSERT INTO change (sequence) VALUES (0);

CREATE TABLE staff (
    id            text PRIMARY KEY,
    name          text NOT NULL,                 -- sealed
    number        text,                          -- sealed
    number_lookup text UNIQUE,
    roles         text[] NOT NULL
);

CREATE SEQUENCE case_code;

CREATE TABLE escalation (
    id               uuid PRIMARY KEY,
    line_id          uuid NOT NULL,
    patient_ids      text[] NOT NULL,
    cause            text NOT NULL,
    code             text NOT NULL,
    opened_at        timestamptz NOT NULL,
    state            text NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    lapsed           boolean NOT NULL DEFAULT false,
    resolved_by      text,
    resolved_at      timestamptz,
    disposition      text,
    note             text,                       -- sealed
    spoke_with       text,                       -- sealed
    next_contact_at  timestamptz,
    hold             text,
    hold_until       timestamptz,
    CHECK (state <> 'ACKNOWLEDGED' OR acknowledged_by IS NOT NULL),
    CHECK (state <> 'RESOLVED' OR (resolved_by IS NOT NULL AND disposition IS NOT NULL))
);
CREATE UNIQUE INDEX one_case_at_a_time_per_line ON escalation (line_id) WHERE state <> 'RESOLVED';
CREATE INDEX escalation_opened ON escalation (opened_at);
CREATE INDEX escalation_resolved ON escalation (resolved_at) WHERE state = 'RESOLVED';

-- What screening, or the watch, found in a reply. A reply joins a case once per cause.
CREATE TABLE finding (
    id            uuid PRIMARY KEY,
    reply_id      uuid NOT NULL,
    cause         text NOT NULL,
    escalation_id uuid NOT NULL REFERENCES escalation,
    level         text,
    categories    text[] NOT NULL,
    reasons       text[] NOT NULL,
    spans         jsonb NOT NULL,                -- words sealed, field spans/<index>
    versions      text NOT NULL,
    found_at      timestamptz NOT NULL,
    UNIQUE (reply_id, cause)
);
CREATE INDEX finding_of_case ON finding (escalation_id);

CREATE TABLE case_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    at            timestamptz NOT NULL,
    kind          text NOT NULL,
    who           text NOT NULL,
    detail        jsonb NOT NULL
);
CREATE INDEX case_event_of_case ON case_event (escalation_id, id);

CREATE TABLE case_note (
    id            uuid PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    at            timestamptz NOT NULL,
    who           text NOT NULL,
    kind          text NOT NULL,
    words         text NOT NULL                  -- sealed
);
CREATE INDEX case_note_of_case ON case_note (escalation_id);

CREATE TABLE hold (
    id            uuid PRIMARY KEY,
    line_id       uuid NOT NULL,
    patient_ids   text[] NOT NULL,
    escalation_id uuid REFERENCES escalation,
    reply_ids     uuid[] NOT NULL DEFAULT '{}',
    scope         text NOT NULL,
    until         timestamptz,
    placed_by     text NOT NULL,
    placed_at     timestamptz NOT NULL,
    released_by   text,
    released_at   timestamptz,
    cancelled     boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX one_hold_per_case ON hold (escalation_id) WHERE released_at IS NULL;

-- How far the paging of a case has come. Changed only while its escalation row is locked.
CREATE TABLE pursuit (
    escalation_id uuid PRIMARY KEY REFERENCES escalation,
    kind          text NOT NULL CHECK (kind IN ('CLIMB', 'REMIND')),
    round         int NOT NULL,
    step          int NOT NULL,
    reminders     int NOT NULL,
    due_at        timestamptz NOT NULL           -- clinic time
);
CREATE INDEX pursuit_due ON pursuit (due_at);

-- One text to a colleague; it may speak of several cases.
CREATE TABLE staff_text (
    id            uuid PRIMARY KEY,
    staff_id      text NOT NULL,
    kind          text NOT NULL,
    words         text,                          -- sealed; only a notice has words before it is sent
    state         text NOT NULL CHECK (state IN ('READY', 'SENT', 'DELIVERED', 'UNDELIVERED', 'REFUSED', 'GIVEN_UP', 'MOOT')),
    attempts      int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,          -- machine time, as are the next two and settled_at
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    sent_at       timestamptz,                   -- clinic time
    settled_at    timestamptz,
    carrier_id    text,
    token         text NOT NULL UNIQUE
);
CREATE INDEX staff_text_ready ON staff_text (due_at) WHERE state = 'READY';
CREATE INDEX staff_text_latest ON staff_text (staff_id, created_at);

-- One case brought before one colleague.
CREATE TABLE page (
    id            uuid PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    staff_id      text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('ALERT', 'REMINDER', 'JOINED')),
    round         int NOT NULL,
    step          int NOT NULL,
    paged_at      timestamptz NOT NULL,          -- clinic time
    created_at    timestamptz NOT NULL,          -- machine time
    text_id       uuid REFERENCES staff_text
);
CREATE INDEX page_waiting ON page (staff_id, kind) WHERE text_id IS NULL;
CREATE INDEX page_of_case ON page (escalation_id);
CREATE INDEX page_of_text ON page (text_id);
CREATE INDEX page_of_staff ON page (staff_id, paged_at);

-- What reached the paging number.
CREATE TABLE pager_text (
    carrier_id    text PRIMARY KEY,
    sender        text NOT NULL,                 -- sealed
    body          text NOT NULL,                 -- sealed
    media_count   int NOT NULL,
    received_at   timestamptz NOT NULL,          -- machine time, as are the next three
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    settled_at    timestamptz,
    attempts      int NOT NULL DEFAULT 0,
    outcome       text
);
CREATE INDEX pager_text_due ON pager_text (due_at) WHERE settled_at IS NULL;

CREATE TABLE work_item (
    id          uuid PRIMARY KEY,
    subject     text NOT NULL UNIQUE,            -- what it is about: one item each, however often we are told
    kind        text NOT NULL,
    topic       text NOT NULL,
    line_id     uuid,
    patient_ids text[] NOT NULL,
    reply_id    uuid,
    hold_id     uuid,
    escalation_id uuid,
    urgency     text,
    categories  text[] NOT NULL DEFAULT '{}',
    reasons     text[] NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    closed_by   text,
    closed_at   timestamptz,
    note        text                             -- sealed
);
CREATE INDEX work_item_open ON work_item (due_at) WHERE closed_at IS NULL;

-- Texts whose loss is a task: what was asked for, and whether it came back. The two facts may arrive in either order.
CREATE TABLE safety_text (
    message_id     uuid PRIMARY KEY,
    patient_id     text NOT NULL,
    touchpoint     text,
    line_id        uuid,
    undelivered_at timestamptz
);
