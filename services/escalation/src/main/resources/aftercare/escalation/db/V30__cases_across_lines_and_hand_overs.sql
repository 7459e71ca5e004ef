-- A case is about people: it holds every line its replies came by. The first is the one that opened it.
ALTER TABLE escalation ADD COLUMN line_ids uuid[];
UPDATE escalation SET line_ids = ARRAY[line_id];
ALTER TABLE escalation ALTER COLUMN line_ids SET NOT NULL;
CREATE INDEX escalation_unresolved ON escalation (opened_at) WHERE state <> 'RESOLVED';

-- How firmly its owner has it.
ALTER TABLE escalation
    ADD COLUMN on_phone   boolean NOT NULL DEFAULT false,
    ADD COLUMN offered_to text,
    ADD COLUMN offered_at timestamptz,
    ADD CHECK ((offered_to IS NULL) = (offered_at IS NULL)),
    ADD CHECK (offered_to IS NULL OR state = 'ACKNOWLEDGED');
CREATE INDEX escalation_offered ON escalation (offered_at) WHERE offered_at IS NOT NULL;

-- By which line the reply came.
ALTER TABLE finding ADD COLUMN line_id uuid;
UPDATE finding f SET line_id = e.line_id FROM escalation e WHERE e.id = f.escalation_id;
ALTER TABLE finding ALTER COLUMN line_id SET NOT NULL;

-- Of a note about a call: what became of it.
ALTER TABLE case_note ADD COLUMN outcome text;

DROP INDEX one_hold_per_case;
CREATE UNIQUE INDEX one_hold_per_case_and_line ON hold (escalation_id, line_id) WHERE released_at IS NULL;

-- "I am on it" puts the reminder off once; only a call begins the time anew.
ALTER TABLE pursuit ADD COLUMN pushed boolean NOT NULL DEFAULT false;

ALTER TABLE page DROP CONSTRAINT page_kind_check;
ALTER TABLE page ADD CONSTRAINT page_kind_check CHECK (kind IN ('ALERT', 'REMINDER', 'JOINED', 'OFFERED'));
