-- The nights, the files they took and the rows they rejected. All of it is kept for ever.

CREATE TABLE night (
  business_date     date        NOT NULL,
  run               integer     NOT NULL CHECK (run >= 1),
  policy            text        NOT NULL,
  policy_version    integer     NOT NULL,
  started_at        timestamptz NOT NULL,
  evidence_known_at timestamptz,
  completed_at      timestamptz,
  PRIMARY KEY (business_date, run)
);

CREATE TABLE night_file (
  file_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_date    date             NOT NULL,
  run              integer          NOT NULL,
  kind             text             NOT NULL,
  vendor           text COLLATE "C",
  path             text COLLATE "C" NOT NULL,
  bytes            bigint           NOT NULL,
  sha256           text             NOT NULL CHECK (length(sha256) = 64),
  state            text             NOT NULL
    CHECK (state IN ('REGISTERED', 'MERGED', 'REJECTED', 'REPEATED')),
  -- How many rows the stage should hold: it is unlogged, and a crash of the server empties it.
  rows_staged      bigint           NOT NULL DEFAULT 0,
  rows_read        bigint           NOT NULL DEFAULT 0,
  rows_added       bigint           NOT NULL DEFAULT 0,
  rows_superseding bigint           NOT NULL DEFAULT 0,
  rows_unchanged   bigint           NOT NULL DEFAULT 0,
  rows_rejected    bigint           NOT NULL DEFAULT 0,
  FOREIGN KEY (business_date, run) REFERENCES night (business_date, run),
  CHECK (rows_unchanged >= 0),
  CHECK (rows_added + rows_superseding + rows_unchanged + rows_rejected = rows_read)
);

CREATE UNIQUE INDEX night_file_registration ON night_file (business_date, run, path, sha256);

CREATE TABLE rejected_row (
  rejected_row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_id         bigint NOT NULL REFERENCES night_file (file_id),
  -- Sheet and line are absent where the whole file is rejected.
  sheet_index     integer,
  sheet           text,
  line            bigint,
  key             text   NOT NULL,
  reason          text   NOT NULL,
  detail          text   NOT NULL,
  columns         text[] NOT NULL
);

CREATE INDEX rejected_row_place ON rejected_row (file_id, sheet_index, line);
