-- Whom a case is about: a patient, or nobody. Drills and canary cases page like any other and count in no statistic.
ALTER TABLE escalation ADD COLUMN IF NOT EXISTS origin text NOT NULL DEFAULT 'PATIENT';

-- A step of the protocol ticked, or the tick taken back; the last row of a step is what holds.
CREATE TABLE case_tick (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    step          text NOT NULL,
    done          boolean NOT NULL,
    who           text NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX case_tick_of_case ON case_tick (escalation_id, step, id);

-- A patient's safety plan; a change is a new version, and no version is ever rewritten.
CREATE TABLE safety_plan (
    id                 uuid PRIMARY KEY,
    patient_id         text NOT NULL,
    version            int NOT NULL,
    warning_signs      text NOT NULL,             -- sealed, as are the next five
    own_coping         text NOT NULL,
    distractions       text NOT NULL,
    people_who_help    text NOT NULL,
    professionals      text NOT NULL,
    safer_surroundings text NOT NULL,
    written_by         text NOT NULL,
    written_at         timestamptz NOT NULL,
    UNIQUE (patient_id, version)
);

CREATE INDEX case_event_paged ON case_event (at) WHERE kind = 'Paged';
CREATE INDEX work_item_created ON work_item (created_at);
CREATE INDEX work_item_closed ON work_item (closed_at) WHERE closed_at IS NOT NULL;
