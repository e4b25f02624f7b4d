-- Files that came in by the drop folder or over SFTP, on their way into the inbox. What a file is
-- is told by its content alone; the row is there before the file is moved, its outcome after.

CREATE TABLE arrived_file (
  arrival_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text             NOT NULL,
  vendor     text COLLATE "C",
  -- The path of a file, or the address of one on another machine.
  source     text COLLATE "C" NOT NULL,
  modified   timestamptz      NOT NULL,
  bytes      bigint           NOT NULL,
  sha256     text             NOT NULL CHECK (length(sha256) = 64),
  held_at    text             NOT NULL,
  -- Below the inbox.
  path       text COLLATE "C" NOT NULL,
  arrived_at timestamptz      NOT NULL DEFAULT clock_timestamp(),
  outcome    text CHECK (outcome IN ('TAKEN', 'REPEATED', 'ABANDONED')),
  -- Whether it was removed from its source after it was taken.
  cleared    boolean          NOT NULL DEFAULT false
);

-- One content is being moved once at a time, even where a lock was lost with its session.
CREATE UNIQUE INDEX arrived_file_unended ON arrived_file (kind, coalesce(vendor, ''), sha256)
  WHERE outcome IS NULL;
CREATE INDEX arrived_file_content ON arrived_file (sha256);
CREATE INDEX arrived_file_source ON arrived_file (source) WHERE NOT cleared;
