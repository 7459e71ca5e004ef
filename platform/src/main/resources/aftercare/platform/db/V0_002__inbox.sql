CREATE TABLE inbox (
    event_id uuid NOT NULL,
    consumer text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (event_id, consumer)
);

CREATE INDEX inbox_at ON inbox (at);
