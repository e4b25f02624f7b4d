-- Whose standing a night has changed, without a look at all the others.

CREATE INDEX standing_of_night ON standing (business_date, run);
