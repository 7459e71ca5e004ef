-- What becomes of calls to a phone; null: it rings until somebody decides.
ALTER TABLE phone ADD COLUMN call_fault text CHECK (call_fault IN ('BUSY', 'NO_ANSWER', 'FAILED', 'VOICEMAIL'));

-- A call lives on across a kill: "scene" is what was said, what is being asked and where its instructions go on.
CREATE TABLE carrier_call (
    seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    sid         text PRIMARY KEY,
    parent_sid  text,
    phone_id    text NOT NULL REFERENCES phone (id),
    line_number text NOT NULL,                   -- sealed
    url         text,                            -- sealed; none for a call that another one dialled
    callback    text,                            -- sealed
    tells       text[] NOT NULL,                 -- of which steps the callback is told
    status      text NOT NULL CHECK (status IN ('RINGING', 'IN_PROGRESS', 'COMPLETED', 'BUSY', 'NO_ANSWER', 'FAILED', 'CANCELED')),
    by_machine  boolean NOT NULL DEFAULT false,
    scene       text NOT NULL,                   -- sealed
    due_at      timestamptz,                     -- machine time, as are the next three: when it goes on by itself
    created_at  timestamptz NOT NULL,
    answered_at timestamptz,
    ended_at    timestamptz,
    clinic_at   timestamptz NOT NULL
);
CREATE INDEX carrier_call_of_phone ON carrier_call (phone_id, seq);
CREATE INDEX carrier_call_live ON carrier_call (phone_id) WHERE ended_at IS NULL;

CREATE TABLE mail (
    id        uuid PRIMARY KEY,
    at        timestamptz NOT NULL,
    clinic_at timestamptz NOT NULL,
    sender    text NOT NULL,                     -- sealed, as are the next three
    recipient text NOT NULL,
    subject   text NOT NULL,
    body      text NOT NULL
);
CREATE INDEX mail_newest ON mail (at DESC);

CREATE TABLE hook_call (
    id        uuid PRIMARY KEY,
    at        timestamptz NOT NULL,
    clinic_at timestamptz NOT NULL,
    name      text NOT NULL,                     -- sealed, as are the next two
    signature text NOT NULL,
    body      text NOT NULL
);
CREATE INDEX hook_call_newest ON hook_call (at DESC);
