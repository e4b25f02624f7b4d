-- Which partners a night decides: all of them, or those of whom something could have changed.

CREATE TABLE recalculation (
  business_date date    NOT NULL,
  run           integer NOT NULL,
  -- Why all partners are decided; null where only those in recalculation_partner are.
  all_because   text,
  -- SHA-256 of what was decided by but for evidence and waivers: product, catalog, policies.
  rules         bytea   NOT NULL CHECK (length(rules) = 32),
  PRIMARY KEY (business_date, run),
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run)
);

-- Of the latest night that decides some; rows of the nights before are deleted.
CREATE TABLE recalculation_partner (
  business_date date             NOT NULL,
  run           integer          NOT NULL,
  partner_id    text COLLATE "C" NOT NULL,
  PRIMARY KEY (business_date, run, partner_id)
);

-- The first day on which what was decided last of a partner could be another without new evidence.
CREATE TABLE partner_due (
  partner_id text COLLATE "C" PRIMARY KEY,
  due_on     date NOT NULL
);

CREATE INDEX partner_due_on ON partner_due (due_on);

-- What a night finds new evidence by. Rows of one delivery have one moment, and lie together.
CREATE INDEX partner_recorded ON partner (recorded_at);
CREATE INDEX partner_status_recorded ON partner_status (recorded_at);
CREATE INDEX enrollment_recorded ON enrollment (recorded_at);
CREATE INDEX employment_recorded ON employment (recorded_at);
CREATE INDEX certification_recorded ON certification (recorded_at);
CREATE INDEX reference_recorded ON reference (recorded_at);
CREATE INDEX survey_response_recorded ON survey_response (recorded_at);

CREATE INDEX partner_superseded ON partner (superseded_at) WHERE superseded_at IS NOT NULL;
CREATE INDEX partner_status_superseded ON partner_status (superseded_at)
  WHERE superseded_at IS NOT NULL;
CREATE INDEX enrollment_superseded ON enrollment (superseded_at) WHERE superseded_at IS NOT NULL;
CREATE INDEX employment_superseded ON employment (superseded_at) WHERE superseded_at IS NOT NULL;
CREATE INDEX certification_superseded ON certification (superseded_at)
  WHERE superseded_at IS NOT NULL;
CREATE INDEX reference_superseded ON reference (superseded_at) WHERE superseded_at IS NOT NULL;
CREATE INDEX survey_response_superseded ON survey_response (superseded_at)
  WHERE superseded_at IS NOT NULL;
