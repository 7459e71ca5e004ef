-- The run of screening again that opened the case: pages about one run fold. Gone once a live reply joins.
ALTER TABLE escalation ADD COLUMN late_run uuid;
