CREATE TABLE audit_entry (
    id    bigserial PRIMARY KEY,
    at    timestamptz NOT NULL,
    who   text NOT NULL,
    what  text NOT NULL,
    about text NOT NULL,
    why   text NOT NULL
);

CREATE INDEX audit_entry_about ON audit_entry (about, id);

CREATE TABLE audit_unsealed (
    entry_id bigint PRIMARY KEY
);

CREATE TABLE audit_seal (
    place    bigint PRIMARY KEY,
    entry_id bigint NOT NULL UNIQUE,
    hash     text NOT NULL
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
