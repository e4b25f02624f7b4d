-- The files that an intake takes, whoever brought them.

ALTER TABLE night_file RENAME TO intake_file;
ALTER INDEX night_file_pkey RENAME TO intake_file_pkey;
ALTER INDEX night_file_registration RENAME TO intake_file_registration;
ALTER SEQUENCE night_file_file_id_seq RENAME TO intake_file_file_id_seq;
