-- Locked before anything of the patient is told, so that commit order is event order.
CREATE TABLE patient (
    patient_id text PRIMARY KEY,
    told       text -- sealed: the state that clinic.patients was told last
);

-- Every version of every record, in order of arrival. Append-only: state is computed from all of them.
CREATE TABLE record_version (
    arrival        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id             uuid        NOT NULL UNIQUE,
    source         text        NOT NULL,
    kind           text        NOT NULL,
    record_id      text        NOT NULL,
    patient_id     text        NOT NULL,
    appointment_id text,
    version        text,
    updated_at     timestamptz,
    received_at    timestamptz NOT NULL,
    digest         text        NOT NULL, -- keyed, so that it gives nothing away
    says           text        NOT NULL  -- sealed
);
CREATE INDEX record_version_of_record ON record_version (source, kind, record_id, arrival);
CREATE INDEX record_version_of_patient ON record_version (patient_id, kind);
CREATE INDEX record_version_of_appointment ON record_version (appointment_id);

CREATE TABLE visit (
    appointment_id text PRIMARY KEY,
    told           text -- sealed: what clinic.appointments and clinic.checkins were told last
);

-- CloudEvents that were taken, by what their sender promises to be unique.
CREATE TABLE received_event (
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    digest      text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);
