-- What a person has to look at, and the word by which a person lets a night go on.

ALTER TABLE night ADD COLUMN confirmed_at timestamptz;

-- Whom a file's rejected rows claimed for several partners; rejected_row keeps only the rows.

CREATE TABLE person_claim (
  file_id    bigint           NOT NULL REFERENCES night_file (file_id),
  person_id  text COLLATE "C" NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (file_id, person_id, partner_id)
);

-- What each night found in the whole evidence as it knew it. Subjects are the customers' and
-- signatories' own words, too long at times for a key: the place in the night's list is the key.

CREATE TABLE integrity_finding (
  business_date date             NOT NULL,
  run           integer          NOT NULL,
  place         integer          NOT NULL,
  kind          text COLLATE "C" NOT NULL,
  partner_id    text COLLATE "C" NOT NULL,
  subject       text COLLATE "C" NOT NULL,
  detail        text             NOT NULL,
  PRIMARY KEY (business_date, run, place),
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run)
);
