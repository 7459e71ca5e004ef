-- The ROUTINE replies that a human reads after the machine.
CREATE TABLE read_through (
    reply_id      uuid PRIMARY KEY REFERENCES reply,
    received_at   timestamptz NOT NULL,
    version       text,                          -- what made it ROUTINE
    left_out      boolean NOT NULL DEFAULT false,
    weight        double precision NOT NULL DEFAULT 1,   -- how many replies it stands for; 0 for one that was left out
    sampled_at    timestamptz,
    claimed_by    text,
    claimed_until timestamptz,                   -- machine time
    read_by       text,
    read_at       timestamptz,
    flagged_by    text,
    flagged_at    timestamptz,
    flagged_level text CHECK (flagged_level IN ('CRISIS', 'CONCERN')),
    CHECK ((read_at IS NULL) = (read_by IS NULL)),
    CHECK (flagged_at IS NULL OR (read_at IS NOT NULL AND flagged_by IS NOT NULL AND flagged_level IS NOT NULL))
);
CREATE INDEX read_through_waiting ON read_through (received_at, reply_id) WHERE read_at IS NULL AND NOT left_out;
CREATE INDEX read_through_read ON read_through (read_at) WHERE read_at IS NOT NULL;
CREATE INDEX read_through_received ON read_through (received_at);

INSERT INTO read_through (reply_id, received_at) SELECT id, received_at FROM reply WHERE level = 'ROUTINE';

-- When we last told that reading fell behind: one row.
CREATE TABLE read_through_told (
    told_at timestamptz NOT NULL
);
INSERT INTO read_through_told (told_at) VALUES ('1970-01-01T00:00:00Z');
