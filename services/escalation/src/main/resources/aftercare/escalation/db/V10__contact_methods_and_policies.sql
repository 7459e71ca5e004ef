-- How a colleague, or an outside answering service, is reached. What nobody has verified is tried on the last rung only.
CREATE TABLE contact_method (
    id             uuid PRIMARY KEY,
    staff_id       text NOT NULL REFERENCES staff ON DELETE CASCADE,
    kind           text NOT NULL CHECK (kind IN ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    address        text NOT NULL,                -- sealed
    address_lookup text NOT NULL,
    verified_at    timestamptz,                  -- clinic time: when its owner last gave back a code sent to it
    added_at       timestamptz NOT NULL,         -- clinic time
    code_lookup    text,
    code_sent_at   timestamptz,                  -- machine time, as is the next
    code_until     timestamptz,
    code_tries     int NOT NULL DEFAULT 0,
    UNIQUE (kind, address_lookup)
);
CREATE INDEX contact_method_of_staff ON contact_method (staff_id);

-- A policy that an admin has saved. Without a row, the one of the settings is in force.
CREATE TABLE policy (
    cause              text PRIMARY KEY CHECK (cause IN ('CRISIS', 'CONCERN_NOW', 'UNSCREENED')),
    acknowledge_within interval NOT NULL,
    steps              jsonb NOT NULL,           -- targets, spans and ways only
    version            int NOT NULL,
    saved_by           text NOT NULL,
    saved_at           timestamptz NOT NULL
);
