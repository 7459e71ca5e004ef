ALTER TABLE patient ADD COLUMN second_contact text; -- sealed JSON: name, number, relation

-- A text that a member of staff typed, and who.
ALTER TABLE message DROP CONSTRAINT message_kind_check;
ALTER TABLE message ADD CONSTRAINT message_kind_check CHECK (kind IN ('REQUESTED', 'HELP', 'OPT_OUT_CONFIRMATION', 'TYPED'));
ALTER TABLE message ADD COLUMN author text;
ALTER TABLE message ADD CONSTRAINT typed_by_somebody CHECK ((kind = 'TYPED') = (author IS NOT NULL));
