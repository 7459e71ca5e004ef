-- A text to a colleague becomes one of several ways to reach them; what was sent before stands as it was.
ALTER TABLE staff_text RENAME TO dispatch;
ALTER INDEX staff_text_ready RENAME TO dispatch_ready;
ALTER INDEX staff_text_latest RENAME TO dispatch_latest;
ALTER TABLE dispatch
    ADD COLUMN way text NOT NULL DEFAULT 'SMS' CHECK (way IN ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    ADD COLUMN trial_of uuid,                    -- the contact method whose code it carries
    ADD COLUMN ask_at timestamptz;               -- machine time: when the carrier is asked about a call whose end it has not told
ALTER TABLE dispatch ALTER COLUMN way DROP DEFAULT;
CREATE INDEX dispatch_ask ON dispatch (ask_at) WHERE way = 'VOICE' AND state = 'SENT';

ALTER TABLE page RENAME COLUMN text_id TO dispatch_id;
ALTER INDEX page_of_text RENAME TO page_of_dispatch;
ALTER TABLE page
    ADD COLUMN way     text NOT NULL DEFAULT 'SMS' CHECK (way IN ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    ADD COLUMN due_at  timestamptz,              -- clinic time
    ADD COLUMN dropped text CHECK (dropped IN ('TAKEN', 'NO_WAY'));
UPDATE page SET due_at = paged_at;
ALTER TABLE page ALTER COLUMN due_at SET NOT NULL, ALTER COLUMN way DROP DEFAULT;
DROP INDEX page_waiting;
CREATE INDEX page_waiting ON page (way, due_at) WHERE dispatch_id IS NULL AND dropped IS NULL;

-- What a colleague proves themselves with on the phone before they are connected to a patient.
CREATE TABLE staff_pin (
    staff_id text PRIMARY KEY,
    hash     text NOT NULL,                      -- sealed
    wrong    int NOT NULL DEFAULT 0,
    locked   boolean NOT NULL DEFAULT false,
    set_at   timestamptz NOT NULL                -- clinic time
);
