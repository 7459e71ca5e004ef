-- Numbers, names, words and callback addresses are sealed (S9); ids are keyed digests of the number.
CREATE TABLE phone (
    id             text PRIMARY KEY,
    number         text NOT NULL,
    name           text,
    staff_place    integer,
    refused_with   integer,
    drops_receipts boolean NOT NULL DEFAULT false,
    read_to        bigint NOT NULL DEFAULT 0,
    last_seq       bigint NOT NULL DEFAULT 0,
    added_at       timestamptz NOT NULL
);
CREATE INDEX phone_by_last_text ON phone (last_seq DESC);

CREATE TABLE carrier_text (
    seq           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    sid           text PRIMARY KEY,
    phone_id      text NOT NULL REFERENCES phone (id),
    direction     text NOT NULL CHECK (direction IN ('TO_PHONE', 'FROM_PHONE')),
    line_id       text NOT NULL,
    line_number   text NOT NULL,
    body          text NOT NULL,
    media_count   integer NOT NULL,
    segments      integer NOT NULL,
    callback      text,
    status        text NOT NULL CHECK (status IN ('QUEUED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'RECEIVING', 'RECEIVED', 'NOT_TAKEN')),
    error_code    integer,
    attempts      integer NOT NULL DEFAULT 0,
    settled       boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    sent_at       timestamptz,
    updated_at    timestamptz NOT NULL,
    clinic_at     timestamptz NOT NULL
);
CREATE INDEX carrier_text_of_phone ON carrier_text (phone_id, seq);
CREATE INDEX carrier_text_of_line ON carrier_text (line_id, seq);
CREATE INDEX carrier_text_unsettled ON carrier_text (seq) WHERE NOT settled;

-- Only where the carrier's own keyword blocking is switched on.
CREATE TABLE carrier_block (
    phone_id text NOT NULL,
    line_id  text NOT NULL,
    PRIMARY KEY (phone_id, line_id)
);

CREATE TABLE clinic_time (
    one_row    boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    lead_nanos bigint NOT NULL,
    reached_at timestamptz NOT NULL
);

CREATE TABLE operator_alarm (
    id        uuid PRIMARY KEY,
    at        timestamptz NOT NULL,
    clinic_at timestamptz NOT NULL,
    alarm     text NOT NULL
);
