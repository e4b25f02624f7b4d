-- What partners offer: every version of each offer. A version was known from recorded_at until
-- superseded_at, and is known now where that is null; nothing but superseded_at is updated, so that
-- the feed of a night is the same whenever it is written.

CREATE SEQUENCE offer_number;

CREATE TABLE offer (
  version_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  offer_id        text COLLATE "C" NOT NULL,
  partner_id      text COLLATE "C" NOT NULL,
  title_it        text,
  text_it         text,
  title_en        text,
  text_en         text,
  specializations text[]           NOT NULL,
  provinces       text[]           NOT NULL,
  withdrawn       boolean          NOT NULL,
  audit_id        bigint           NOT NULL REFERENCES audit_entry,
  recorded_at     timestamptz      NOT NULL,
  superseded_at   timestamptz,
  CHECK ((title_it IS NULL) = (text_it IS NULL)),
  CHECK ((title_en IS NULL) = (text_en IS NULL)),
  CHECK (num_nonnulls(title_it, title_en) > 0)
);

CREATE UNIQUE INDEX offer_current ON offer (partner_id, offer_id) WHERE superseded_at IS NULL;

-- What comes out of a night's date when it is decided once more by what is known later: beside the
-- night's own rows, which stay.

CREATE TABLE redecision (
  redecision_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id              text COLLATE "C" NOT NULL,
  business_date           date             NOT NULL,
  run                     integer          NOT NULL,
  known_at                timestamptz      NOT NULL,
  -- As in standing.
  earned                  text,
  held                    text,
  legacy                  boolean          NOT NULL,
  at_risk_until           date,
  since                   date,
  -- As in tier_decision.
  content                 json             NOT NULL,
  digest                  bytea            NOT NULL,
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run)
);

CREATE TRIGGER redecision_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON redecision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE SEQUENCE appeal_number;

CREATE TABLE appeal (
  appeal_id     text COLLATE "C" PRIMARY KEY,
  partner_id    text COLLATE "C" NOT NULL,
  business_date date             NOT NULL,
  run           integer          NOT NULL,
  tier          text             NOT NULL,
  criterion     text             NOT NULL,
  evidence      text             NOT NULL,
  filed_at      timestamptz      NOT NULL,
  state         text             NOT NULL
    CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
  closed_at     timestamptz,
  closed_by     text,
  -- Of who accepted or rejected it.
  reason        text,
  redecision_id bigint REFERENCES redecision,
  waiver_id     bigint,
  version       bigint           NOT NULL,
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run),
  CHECK ((state = 'OPEN') = (closed_at IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK ((reason IS NOT NULL) = (state IN ('ACCEPTED', 'REJECTED'))),
  CHECK ((redecision_id IS NOT NULL) = (state = 'ACCEPTED')),
  CHECK (waiver_id IS NULL OR state = 'ACCEPTED')
);

CREATE UNIQUE INDEX appeal_open
  ON appeal (partner_id, business_date, tier, criterion) WHERE state = 'OPEN';
CREATE INDEX appeal_of_partner ON appeal (partner_id, appeal_id);
