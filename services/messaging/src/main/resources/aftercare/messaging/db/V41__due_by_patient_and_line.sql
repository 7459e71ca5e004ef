-- The next texts of all lines by priority, and of one line, found among a hundred thousand that are due.
CREATE INDEX message_due_prompt ON message (due_at) WHERE state = 'QUEUED' AND kind <> 'REQUESTED';
CREATE INDEX message_due_first ON message (priority DESC, due_at) WHERE state = 'QUEUED' AND kind = 'REQUESTED';
CREATE INDEX message_due_patient ON message (patient_id) WHERE state = 'QUEUED' AND kind = 'REQUESTED';
CREATE INDEX message_due_line ON message (line_id) WHERE state = 'QUEUED' AND kind <> 'REQUESTED';
