-- A version never changes once it is here. PUBLISHED: in force, exactly one; SCHEDULED: takes effect by itself, at most one; RETIRED.
ALTER TABLE journey_version
    ADD COLUMN state           text NOT NULL DEFAULT 'RETIRED',
    ADD COLUMN in_flight       text NOT NULL DEFAULT 'MOVE', -- whether enrolled patients STAY on the former version or MOVE
    ADD COLUMN takes_effect_at timestamptz,                  -- clinic time
    ADD COLUMN in_force_from   timestamptz,                  -- none for one that never took effect
    ADD COLUMN undoes          int;                          -- the version that this one took back
UPDATE journey_version v
   SET in_force_from = published_at,
       state = CASE WHEN version = (SELECT max(version) FROM journey_version w WHERE w.journey = v.journey) THEN 'PUBLISHED' ELSE 'RETIRED' END;
ALTER TABLE journey_version ALTER COLUMN state DROP DEFAULT, ALTER COLUMN in_flight DROP DEFAULT;
CREATE UNIQUE INDEX journey_version_in_force ON journey_version (journey) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX journey_version_scheduled ON journey_version (journey) WHERE state = 'SCHEDULED';

-- The one draft of a journey: its next version.
CREATE TABLE journey_draft (
    journey    text        PRIMARY KEY,
    yaml       text        NOT NULL,
    based_on   int         NOT NULL,
    started_at timestamptz NOT NULL,
    started_by text        NOT NULL,
    edited_at  timestamptz NOT NULL,
    edited_by  text        NOT NULL
);

-- Which clinician approved which words: by digest, so that an unchanged text keeps its approval in every later version.
CREATE TABLE text_approval (
    journey     text        NOT NULL,
    text_id     text        NOT NULL, -- of the touchpoint or topic
    digest      text        NOT NULL,
    approved_at timestamptz NOT NULL,
    approved_by text        NOT NULL,
    PRIMARY KEY (journey, text_id, digest)
);

ALTER TABLE patient ADD COLUMN stays_on int; -- the version their plan follows whatever is in force
CREATE INDEX patient_stays_on ON patient (stays_on) WHERE stays_on IS NOT NULL;
