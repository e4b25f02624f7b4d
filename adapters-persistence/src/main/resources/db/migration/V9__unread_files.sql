-- A file that was gone, or another, when its turn came is rejected but has not been taken.

ALTER TABLE night_file DROP CONSTRAINT night_file_state_check;
ALTER TABLE night_file ADD CONSTRAINT night_file_state_check
  CHECK (state IN ('REGISTERED', 'MERGED', 'REJECTED', 'UNREAD', 'REPEATED'));
