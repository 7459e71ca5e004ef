-- What made a verdict: engine, rules and model in one word. Absent in rows of before, which is a version of its own.
ALTER TABLE verdict ADD COLUMN version text;
ALTER TABLE verdict ADD COLUMN reasons text[] NOT NULL DEFAULT '{}';   -- words for staff, nothing the patient wrote

CREATE INDEX reply_received ON reply (received_at);

-- The replies of the last days, screened again because the engine changed.
CREATE TABLE rescreen_run (
    id         uuid PRIMARY KEY,
    version    text NOT NULL,
    since      timestamptz NOT NULL,             -- replies received from then on
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    ending     text CHECK (ending IN ('DONE', 'SUPERSEDED')),
    CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE UNIQUE INDEX one_run_at_a_time ON rescreen_run ((true)) WHERE ended_at IS NULL;
CREATE INDEX rescreen_run_started ON rescreen_run (started_at);

-- One reply of a run. A reply is screened again once by each version.
CREATE TABLE rescreen (
    version     text NOT NULL,
    reply_id    uuid NOT NULL REFERENCES reply,
    run_id      uuid NOT NULL REFERENCES rescreen_run,
    received_at timestamptz NOT NULL,
    sent_at     timestamptz,                     -- machine time, as is the next
    answered_at timestamptz,
    level       text,                            -- what the version makes of it
    late        boolean NOT NULL DEFAULT false,  -- CRISIS, and it was not
    PRIMARY KEY (version, reply_id)
);
CREATE INDEX rescreen_of_run ON rescreen (run_id);
CREATE INDEX rescreen_unanswered ON rescreen (run_id, received_at) WHERE answered_at IS NULL;
