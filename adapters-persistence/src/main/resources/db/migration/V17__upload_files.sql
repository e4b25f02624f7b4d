-- Where the files of uploads lie and until when, and how many rows were rejected for each reason.

ALTER TABLE survey_upload
  -- The folder that holds its files. Null: from before folders had names, when there was but one.
  ADD COLUMN folder        text,
  -- Since when no file is kept for the vendor any more.
  ADD COLUMN files_gone_at timestamptz,
  ADD CHECK (files_gone_at IS NULL OR ended_at IS NOT NULL);

CREATE INDEX survey_upload_with_files ON survey_upload (ended_at, upload_id)
  WHERE files_gone_at IS NULL AND state <> 'REPEATED';

-- Counted once, when the upload ends: its status is asked for again and again.

CREATE TABLE survey_upload_reject (
  upload_id bigint           NOT NULL REFERENCES survey_upload,
  reason    text COLLATE "C" NOT NULL,
  rejects   bigint           NOT NULL CHECK (rejects > 0),
  PRIMARY KEY (upload_id, reason)
);

INSERT INTO survey_upload_reject (upload_id, reason, rejects)
SELECT f.upload_id, r.reason, count(*)
FROM survey_upload u JOIN intake_file f USING (upload_id) JOIN rejected_row r USING (file_id)
WHERE u.ended_at IS NOT NULL AND r.line IS NOT NULL
GROUP BY f.upload_id, r.reason;

-- The order in which pages of a night's rejects are read, file by file.

CREATE INDEX rejected_row_page ON rejected_row
  (file_id, (coalesce(sheet, '') COLLATE "C"), coalesce(line, 0), rejected_row_id);
