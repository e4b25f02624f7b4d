-- Counts who has owned nights: whoever takes the night lock is the next. Each transaction of a night
-- looks whether its owner still is the last one.
CREATE TABLE night_owner (
  one    boolean PRIMARY KEY CHECK (one),
  number bigint  NOT NULL
);
