CREATE TABLE rotation (
    id           text PRIMARY KEY,
    name         text NOT NULL,
    participants text[] NOT NULL,                -- staff ids, in the order of their turns
    every        int NOT NULL,
    unit         text NOT NULL CHECK (unit IN ('HOURS', 'DAYS', 'WEEKS')),
    starts_at    timestamp NOT NULL,             -- on the clocks of its zone
    zone         text NOT NULL
);

CREATE TABLE shift_override (
    id          uuid PRIMARY KEY,
    rotation_id text NOT NULL REFERENCES rotation ON DELETE CASCADE,
    staff_id    text NOT NULL,
    from_at     timestamptz NOT NULL,            -- clinic time, as all here
    until_at    timestamptz NOT NULL,
    CHECK (from_at < until_at)
);
CREATE INDEX shift_override_until ON shift_override (until_at);

-- Two colleagues exchange two shifts once both agree.
CREATE TABLE shift_swap (
    id              uuid PRIMARY KEY,
    asking          text NOT NULL,
    given_rotation  text NOT NULL REFERENCES rotation ON DELETE CASCADE,
    given_from      timestamptz NOT NULL,
    given_until     timestamptz NOT NULL,
    asked           text NOT NULL,
    wanted_rotation text NOT NULL REFERENCES rotation ON DELETE CASCADE,
    wanted_from     timestamptz NOT NULL,
    wanted_until    timestamptz NOT NULL,
    state           text NOT NULL CHECK (state IN ('REQUESTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    asked_at        timestamptz NOT NULL,
    settled_at      timestamptz
);
CREATE INDEX shift_swap_end ON shift_swap (greatest(given_until, wanted_until));

CREATE TABLE time_off (
    id       uuid PRIMARY KEY,
    staff_id text NOT NULL,
    from_at  timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    CHECK (from_at < until_at)
);
CREATE INDEX time_off_until ON time_off (until_at);

-- Who was last told that they have a rotation, and when to look again whether that is still so.
CREATE TABLE hand_over (
    rotation_id text PRIMARY KEY REFERENCES rotation ON DELETE CASCADE,
    told        text,
    told_at     timestamptz,
    look_at     timestamptz NOT NULL
);
CREATE INDEX hand_over_due ON hand_over (look_at);

-- Whose account is closed. They can come back: an admin enters them again.
CREATE TABLE leaver (
    staff_id text PRIMARY KEY,
    left_at  timestamptz NOT NULL
);
