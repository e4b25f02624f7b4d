-- Which manifest published a night's listings, so that a later night reads only what may have
-- changed since. A publication without a row is one whose listings are not known any more.

CREATE TABLE publication (
  -- SHA-256 of the manifest's bytes.
  manifest       bytea   NOT NULL CHECK (length(manifest) = 32),
  business_date  date    NOT NULL,
  run            integer NOT NULL,
  -- Of the lines in its files.
  lines_revision integer NOT NULL,
  PRIMARY KEY (manifest, business_date, run),
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run)
);

CREATE INDEX partner_hiding_recorded ON partner_hiding (recorded_at);
CREATE INDEX partner_hiding_superseded ON partner_hiding (superseded_at)
  WHERE superseded_at IS NOT NULL;
CREATE INDEX offer_recorded ON offer (recorded_at);
CREATE INDEX offer_superseded ON offer (superseded_at) WHERE superseded_at IS NOT NULL;
