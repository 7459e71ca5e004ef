-- Who has taken a work item; nobody: it is the front desk's, or the shift's.
ALTER TABLE work_item ADD COLUMN owner text;
CREATE INDEX work_item_of_patient ON work_item USING gin (patient_ids);
