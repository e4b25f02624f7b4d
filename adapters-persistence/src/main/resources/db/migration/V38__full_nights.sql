-- Whether somebody has said that the night is to decide all partners: whatever attempt chooses whom
-- it decides, the wish holds.
ALTER TABLE night ADD COLUMN full_wanted boolean NOT NULL DEFAULT false;
