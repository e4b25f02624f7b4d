-- What is in force of one partner after a night: one row at the end of the primary key, however long
-- the history is. In a LATERAL join the planner takes the functions apart.

CREATE FUNCTION standing_after(partner text, night_date date, night_run integer)
RETURNS SETOF standing LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT s.*
  FROM standing s
  WHERE s.partner_id = partner COLLATE "C" AND (s.business_date, s.run) <= (night_date, night_run)
  ORDER BY s.business_date DESC, s.run DESC
  LIMIT 1;
END;

CREATE FUNCTION tier_decision_after(partner text, night_date date, night_run integer)
RETURNS SETOF tier_decision LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT d.*
  FROM tier_decision d
  WHERE d.partner_id = partner COLLATE "C" AND (d.business_date, d.run) <= (night_date, night_run)
  ORDER BY d.business_date DESC, d.run DESC
  LIMIT 1;
END;

-- What changed between two nights. Nights append at its end.
CREATE INDEX standing_night ON standing (business_date, run);
CREATE INDEX tier_decision_night ON tier_decision (business_date, run);
