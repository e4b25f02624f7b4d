-- The evidence: every version of every fact (domain.md, Evidence is never overwritten).
--
-- A version was known from recorded_at until superseded_at, and is known now where that is null.
-- Nothing but superseded_at is ever updated. business_date and file_id say which night and file
-- brought it; they are no foreign keys, because every row would pay for a check of what the merge
-- holds locked anyway.
--
-- Each table has an index on the current versions by key, for the merge, and one on all versions in
-- partner order, for dossiers as known at any moment.

CREATE TABLE partner (
  version_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id    text COLLATE "C" NOT NULL,
  name          text             NOT NULL,
  vat_number    text,
  city          text,
  province      text,
  country       text,
  website       text,
  contact_email text,
  registered_on date             NOT NULL,
  legacy_level  text             NOT NULL,
  business_date date             NOT NULL,
  file_id       bigint           NOT NULL,
  recorded_at   timestamptz      NOT NULL,
  superseded_at timestamptz
);

CREATE UNIQUE INDEX partner_current ON partner (partner_id) WHERE superseded_at IS NULL;
CREATE INDEX partner_versions ON partner (partner_id);

CREATE TABLE enrollment (
  version_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id     text COLLATE "C" NOT NULL,
  specialization text COLLATE "C" NOT NULL,
  kind           text COLLATE "C" NOT NULL,
  valid_from     date             NOT NULL,
  valid_until    date,
  business_date  date             NOT NULL,
  file_id        bigint           NOT NULL,
  recorded_at    timestamptz      NOT NULL,
  superseded_at  timestamptz
);

CREATE UNIQUE INDEX enrollment_current
  ON enrollment (partner_id, specialization, kind, valid_from) WHERE superseded_at IS NULL;
CREATE INDEX enrollment_versions ON enrollment (partner_id, specialization, kind, valid_from);

CREATE TABLE certification (
  version_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  certificate_id     text COLLATE "C" NOT NULL,
  person_id          text COLLATE "C" NOT NULL,
  person_name        text             NOT NULL,
  person_email       text,
  certification_code text COLLATE "C" NOT NULL,
  awarded_on         date             NOT NULL,
  expires_on         date,
  revoked_on         date,
  business_date      date             NOT NULL,
  file_id            bigint           NOT NULL,
  recorded_at        timestamptz      NOT NULL,
  superseded_at      timestamptz
);

CREATE UNIQUE INDEX certification_current
  ON certification (certificate_id) WHERE superseded_at IS NULL;
CREATE INDEX certification_versions ON certification (person_id, certificate_id);

CREATE TABLE reference (
  version_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference_id    text COLLATE "C" NOT NULL,
  partner_id      text COLLATE "C" NOT NULL,
  specialization  text COLLATE "C" NOT NULL,
  customer_name   text             NOT NULL,
  customer_vat    text,
  signatory_name  text,
  signatory_email text,
  requested_on    date             NOT NULL,
  signed_on       date,
  declined_on     date,
  withdrawn_on    date,
  business_date   date             NOT NULL,
  file_id         bigint           NOT NULL,
  recorded_at     timestamptz      NOT NULL,
  superseded_at   timestamptz
);

CREATE UNIQUE INDEX reference_current ON reference (reference_id) WHERE superseded_at IS NULL;
CREATE INDEX reference_versions ON reference (partner_id, reference_id);

CREATE TABLE survey_response (
  version_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vendor           text COLLATE "C" NOT NULL,
  response_id      text COLLATE "C" NOT NULL,
  partner_id       text COLLATE "C" NOT NULL,
  answered_on      date             NOT NULL,
  customer_name    text             NOT NULL,
  satisfaction     integer          NOT NULL CHECK (satisfaction BETWEEN 1 AND 10),
  recommend        integer CHECK (recommend BETWEEN 0 AND 10),
  respondent_email text,
  comment          text,
  business_date    date             NOT NULL,
  file_id          bigint           NOT NULL,
  recorded_at      timestamptz      NOT NULL,
  superseded_at    timestamptz
);

CREATE UNIQUE INDEX survey_response_current
  ON survey_response (vendor, response_id) WHERE superseded_at IS NULL;
CREATE INDEX survey_response_versions ON survey_response (partner_id, vendor, response_id);

-- Timelines (domain.md, Dates). A row holds from valid_from until the valid_from of the subject's
-- next row; the first one, from -infinity, holds from the start. Rows next to each other differ.

CREATE TABLE partner_status (
  version_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id    text COLLATE "C" NOT NULL,
  status        text COLLATE "C" NOT NULL,
  valid_from    date             NOT NULL,
  business_date date             NOT NULL,
  file_id       bigint           NOT NULL,
  recorded_at   timestamptz      NOT NULL,
  superseded_at timestamptz
);

CREATE UNIQUE INDEX partner_status_current
  ON partner_status (partner_id, valid_from) WHERE superseded_at IS NULL;
CREATE INDEX partner_status_versions ON partner_status (partner_id, valid_from);

CREATE TABLE employment (
  version_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id     text COLLATE "C" NOT NULL,
  partner_id    text COLLATE "C" NOT NULL,
  valid_from    date             NOT NULL,
  business_date date             NOT NULL,
  file_id       bigint           NOT NULL,
  recorded_at   timestamptz      NOT NULL,
  superseded_at timestamptz
);

CREATE UNIQUE INDEX employment_current
  ON employment (person_id, valid_from) WHERE superseded_at IS NULL;
CREATE INDEX employment_versions ON employment (person_id, valid_from);
CREATE INDEX employment_by_partner ON employment (partner_id, person_id, valid_from);
