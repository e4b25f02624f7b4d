-- What the program manager sees and does from afar.

-- How the last attempt at a night ended that did not make it complete; nothing while one is under
-- way.
ALTER TABLE night
  ADD COLUMN outcome text CHECK (outcome IN ('STOPPED_FOR_CONFIRMATION', 'FAILED', 'STOPPED')),
  ADD COLUMN outcome_step   text,
  ADD COLUMN outcome_reason text,
  ADD CHECK ((outcome IS NULL) = (outcome_reason IS NULL));

-- What candidate policies would do to all partners. Only the latest trials are kept.
CREATE TABLE what_if (
  what_if_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  candidate         text COLLATE "C" NOT NULL,
  candidate_version integer          NOT NULL,
  -- The date of the dossiers, and the moment at which evidence must have been known.
  business_date     date             NOT NULL,
  known_at          timestamptz      NOT NULL,
  requested_by      text             NOT NULL,
  requested_at      timestamptz      NOT NULL,
  state             text             NOT NULL
    CHECK (state IN ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
  ended_at          timestamptz,
  -- Why it is not done.
  reason            text,
  -- The figures, of one that is done.
  trial             json,
  CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
  CHECK ((state IN ('FAILED', 'INTERRUPTED')) = (reason IS NOT NULL)),
  CHECK ((state = 'DONE') = (trial IS NOT NULL))
);

CREATE TABLE what_if_partner (
  what_if_id     bigint           NOT NULL REFERENCES what_if ON DELETE CASCADE,
  partner_id     text COLLATE "C" NOT NULL,
  province       text,
  earned_now     text,
  earned_then    text,
  displayed_now  text,
  displayed_then text,
  -- Empty where nothing changes.
  reason         text             NOT NULL,
  PRIMARY KEY (what_if_id, partner_id)
);
