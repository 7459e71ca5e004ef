-- What is paused: the whole journey, one patient, or one touchpoint. Never deleted: who paused and who resumed is to be seen.
CREATE TABLE pause (
    id         uuid        PRIMARY KEY,
    scope      text        NOT NULL, -- JOURNEY | PATIENT | TOUCHPOINT
    patient_id text,
    touchpoint text,
    since      timestamptz NOT NULL,
    until      timestamptz,          -- none: until somebody resumes
    reason     text        NOT NULL, -- sealed: staff may name somebody in it
    paused_by  text        NOT NULL,
    resumed_by text,
    CHECK ((scope = 'PATIENT') = (patient_id IS NOT NULL)),
    CHECK ((scope = 'TOUCHPOINT') = (touchpoint IS NOT NULL))
);
CREATE INDEX pause_patient ON pause (patient_id) WHERE patient_id IS NOT NULL;

-- Days on which nobody is in, both included.
CREATE TABLE closure (
    id         uuid        PRIMARY KEY,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL,
    name       text        NOT NULL,
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK (last_day >= first_day)
);
CREATE INDEX closure_last_day ON closure (last_day) WHERE removed_at IS NULL;
