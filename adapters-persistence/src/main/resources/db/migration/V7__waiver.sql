-- The waivers (domain.md, Standing 4): every version of each. A version was known from recorded_at
-- until superseded_at, and is known now where that is null; nothing but superseded_at is updated.

CREATE SEQUENCE waiver_number;

CREATE TABLE waiver (
  version_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  waiver_id         bigint           NOT NULL,
  -- Either one partner or the traits of a cohort.
  partner_id        text COLLATE "C",
  registered_from   date,
  registered_before date,
  province          text,
  legacy_level      text,
  tier              text             NOT NULL,
  criterion         text             NOT NULL,
  author            text             NOT NULL,
  reason            text             NOT NULL,
  valid_from        date             NOT NULL,
  valid_to          date             NOT NULL CHECK (valid_to >= valid_from),
  -- Who ended it before its time, and why.
  ended_by          text,
  end_reason        text,
  recorded_at       timestamptz      NOT NULL,
  superseded_at     timestamptz,
  CHECK ((ended_by IS NULL) = (end_reason IS NULL)),
  CHECK (
    (partner_id IS NOT NULL)
    <> (num_nonnulls(registered_from, registered_before, province, legacy_level) > 0))
);

CREATE UNIQUE INDEX waiver_current ON waiver (waiver_id) WHERE superseded_at IS NULL;
