-- What the program and the partners say themselves, beside the files.

-- Numbers of the program's own series of partner ids.
CREATE SEQUENCE partner_number;

-- Whether a partner hides from the directory (formats.md, Feed): every version of its word, known
-- from recorded_at until superseded_at, as with evidence. Files say nothing of it; a partner
-- without a row does not hide.
CREATE TABLE partner_hiding (
  version_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id    text COLLATE "C" NOT NULL,
  hidden        boolean          NOT NULL,
  business_date date             NOT NULL,
  audit_id      bigint           NOT NULL REFERENCES audit_entry,
  recorded_at   timestamptz      NOT NULL,
  superseded_at timestamptz
);

CREATE UNIQUE INDEX partner_hiding_current
  ON partner_hiding (partner_id) WHERE superseded_at IS NULL;
CREATE INDEX partner_hiding_versions ON partner_hiding (partner_id);
