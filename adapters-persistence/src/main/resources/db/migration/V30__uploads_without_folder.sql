-- Each server gives its folder the uploads from before folders had names; it asks every now and
-- then, and after the first time there are none.

CREATE INDEX survey_upload_without_folder ON survey_upload (upload_id)
  WHERE folder IS NULL AND state <> 'REPEATED';
