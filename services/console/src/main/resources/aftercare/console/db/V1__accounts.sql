CREATE TABLE account (
    staff_id      text PRIMARY KEY,
    name          text NOT NULL, -- sealed
    password_hash text NOT NULL,
    roles         text[] NOT NULL
);
