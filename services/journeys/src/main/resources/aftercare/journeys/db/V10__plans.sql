ALTER TABLE touchpoint
    ADD COLUMN asks         boolean NOT NULL DEFAULT false,
    ADD COLUMN reminder_of  uuid,
    ADD COLUMN topic        text,
    ADD COLUMN in_favour_of text; -- what took its place in the budget
UPDATE touchpoint t SET asks = true WHERE EXISTS (SELECT FROM request r WHERE r.touchpoint_id = t.id AND r.question_id IS NOT NULL);
