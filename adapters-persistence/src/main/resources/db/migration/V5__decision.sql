-- What the nights found (domain.md, Standing). A night appends a row only where something differs
-- from the partner's row before; in force after a night is the partner's latest row up to it.

CREATE TABLE tier_decision (
  partner_id              text COLLATE "C" NOT NULL,
  business_date           date             NOT NULL,
  run                     integer          NOT NULL,
  earned                  text,
  people_certified        integer          NOT NULL,
  specializations_covered integer          NOT NULL,
  references_counted      integer          NOT NULL,
  responses_counted       integer          NOT NULL,
  satisfaction_sum        integer          NOT NULL,
  competencies            text[]           NOT NULL,
  -- The whole decision but for partner and date, in one canonical form: json keeps it byte by byte.
  content                 json             NOT NULL,
  -- SHA-256 of the content's bytes.
  digest                  bytea            NOT NULL,
  PRIMARY KEY (partner_id, business_date, run)
);

CREATE TABLE standing (
  partner_id    text COLLATE "C" NOT NULL,
  business_date date             NOT NULL,
  run           integer          NOT NULL,
  earned        text,
  held          text,
  legacy        boolean          NOT NULL,
  at_risk_until date,
  since         date,
  PRIMARY KEY (partner_id, business_date, run)
);

-- What is in force after a night. Plain SQL functions, which the planner takes apart: a condition on
-- the partner reaches the primary key.

CREATE FUNCTION tier_decisions_after(night_date date, night_run integer)
RETURNS SETOF tier_decision LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT ON (d.partner_id) d.*
  FROM tier_decision d
  WHERE (d.business_date, d.run) <= (night_date, night_run)
  ORDER BY d.partner_id, d.business_date DESC, d.run DESC;
END;

CREATE FUNCTION standings_after(night_date date, night_run integer)
RETURNS SETOF standing LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT ON (s.partner_id) s.*
  FROM standing s
  WHERE (s.business_date, s.run) <= (night_date, night_run)
  ORDER BY s.partner_id, s.business_date DESC, s.run DESC;
END;
