ALTER TABLE escalation
    ADD COLUMN risk_level    text,
    ADD COLUMN plan          text,               -- sealed
    ADD COLUMN welfare_check text,
    ADD COLUMN duplicate_of  text,
    ADD COLUMN no_risk       text,
    ADD COLUMN rests_on      text;

-- A second person looks at each closed case. One that was closed again has another.
CREATE TABLE review (
    id            uuid PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    work_item_id  uuid NOT NULL REFERENCES work_item,
    no_risk       boolean NOT NULL,
    closed_by     text NOT NULL,
    closed_at     timestamptz NOT NULL,
    state         text NOT NULL CHECK (state IN ('WAITING', 'CONFIRMED', 'SENT_BACK', 'MOOT')),
    reviewed_by   text,
    reviewed_at   timestamptz,
    words         text,                          -- sealed
    CHECK ((state = 'WAITING') = (reviewed_by IS NULL)),
    CHECK (state NOT IN ('CONFIRMED', 'SENT_BACK') OR reviewed_by <> closed_by)
);
CREATE UNIQUE INDEX one_review_at_a_time_per_case ON review (escalation_id) WHERE state = 'WAITING';
CREATE INDEX review_of_work_item ON review (work_item_id);
CREATE INDEX review_closed ON review (closed_at);

-- What a human says that a reply was, beside what screening took it for. The reply's text stays in messaging.
CREATE TABLE labelled_example (
    id         uuid PRIMARY KEY,
    reply_id   uuid NOT NULL UNIQUE,
    line_id    uuid NOT NULL,
    review_id  uuid NOT NULL REFERENCES review,
    label      text NOT NULL,
    phenomenon text NOT NULL,
    verdict    text NOT NULL,                    -- sealed
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL
);
CREATE INDEX labelled_example_of_review ON labelled_example (review_id);

-- One pair of follow-ups per patient; of a number that nobody knows, one per line.
CREATE UNIQUE INDEX one_pair_of_follow_ups ON work_item (topic, coalesce(patient_ids[1], line_id::text))
    WHERE kind = 'FOLLOW_UP' AND closed_at IS NULL;
CREATE INDEX work_item_of_case ON work_item (escalation_id) WHERE closed_at IS NULL;

-- The shift lead hears of overdue work once in each staffed day.
CREATE TABLE overdue_summary (
    day     date PRIMARY KEY,
    told    text NOT NULL,
    overdue int NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX hold_active ON hold (placed_at) WHERE released_at IS NULL;
