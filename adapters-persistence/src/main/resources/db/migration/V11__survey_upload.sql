-- The workbooks that survey vendors upload.

CREATE TABLE survey_upload (
  upload_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vendor        text COLLATE "C" NOT NULL,
  -- What the vendor calls the file: never a path.
  file_name     text             NOT NULL,
  bytes         bigint           NOT NULL,
  sha256        text             NOT NULL CHECK (length(sha256) = 64),
  business_date date             NOT NULL,
  dry_run       boolean          NOT NULL,
  state         text             NOT NULL CHECK (
    state IN ('RECEIVED', 'RUNNING', 'TAKEN', 'CHECKED', 'REPEATED', 'REJECTED', 'FAILED')),
  -- The upload that brought the same content first.
  repeats       bigint REFERENCES survey_upload,
  -- What went wrong, in a sentence.
  failure       text,
  received_at   timestamptz      NOT NULL,
  ended_at      timestamptz,
  CHECK ((repeats IS NOT NULL) = (state = 'REPEATED')),
  CHECK ((failure IS NOT NULL) = (state = 'FAILED')),
  CHECK ((ended_at IS NULL) = (state IN ('RECEIVED', 'RUNNING')))
);

-- The same content of a vendor is taken once on a business date.
CREATE UNIQUE INDEX survey_upload_taken ON survey_upload (vendor, business_date, sha256)
  WHERE NOT dry_run AND state IN ('RECEIVED', 'RUNNING', 'TAKEN');

CREATE INDEX survey_upload_by_vendor ON survey_upload (vendor, upload_id);
CREATE INDEX survey_upload_open ON survey_upload (upload_id)
  WHERE state IN ('RECEIVED', 'RUNNING');

-- A file of the intake comes with a night or with an upload.

ALTER TABLE night_file RENAME TO intake_file;
ALTER INDEX night_file_pkey RENAME TO intake_file_pkey;
ALTER INDEX night_file_registration RENAME TO intake_file_registration;
ALTER SEQUENCE night_file_file_id_seq RENAME TO intake_file_file_id_seq;

ALTER TABLE intake_file
  ALTER COLUMN run DROP NOT NULL,
  ADD COLUMN upload_id bigint UNIQUE REFERENCES survey_upload,
  ADD CHECK (num_nonnulls(run, upload_id) = 1),
  DROP CONSTRAINT night_file_state_check,
  ADD CHECK (state IN ('REGISTERED', 'MERGED', 'CHECKED', 'REJECTED', 'UNREAD', 'REPEATED'));
