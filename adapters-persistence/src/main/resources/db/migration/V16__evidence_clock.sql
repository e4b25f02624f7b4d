-- The last moment at which evidence was recorded; whoever takes the next one holds the row.
CREATE TABLE evidence_clock (
  one  boolean     PRIMARY KEY CHECK (one),
  last timestamptz NOT NULL
);
