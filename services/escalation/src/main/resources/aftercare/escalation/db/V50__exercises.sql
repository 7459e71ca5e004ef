-- Texts that this service sends through the whole chain itself: a canary on a schedule, a drill when an admin starts one. A case is an
-- exercise because its line is that of a run that is not over, never because of a text.
CREATE TABLE exercise (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('CANARY', 'DRILL')),
    line_id         uuid NOT NULL,
    started_by      text NOT NULL,
    reason          text,                        -- sealed: why an admin starts it now
    started_at      timestamptz NOT NULL,        -- clinic time, as are the next three
    sent_at         timestamptz,
    page_arrived_at timestamptz,
    ended_at        timestamptz,
    claimed_until   timestamptz,                 -- machine time
    escalation_id   uuid REFERENCES escalation,
    outcome         text,
    ended_by        text,
    score           jsonb,
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX one_exercise_at_a_time ON exercise ((true)) WHERE ended_at IS NULL;
CREATE INDEX exercise_latest ON exercise (kind, started_at DESC);
CREATE UNIQUE INDEX exercise_of_case ON exercise (escalation_id);

-- When the next canary is due; clinic time.
CREATE TABLE canary_schedule (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    due_at   timestamptz NOT NULL
);

ALTER TABLE escalation ADD CONSTRAINT escalation_origin_check CHECK (origin IN ('PATIENT', 'DRILL', 'CANARY'));
-- A patient's reply never joins an exercise: on one line both may be open.
DROP INDEX one_case_at_a_time_per_line;
CREATE UNIQUE INDEX one_case_at_a_time_per_line ON escalation (line_id, origin) WHERE state <> 'RESOLVED';

-- What is sent about a drill speaks of nothing else.
ALTER TABLE dispatch ADD COLUMN drill boolean NOT NULL DEFAULT false;
