-- The policy versions ever registered (domain.md, Words: Policy Version). Rows are kept for ever, and
-- nothing but retired_at is ever updated, once.

CREATE TABLE policy_version (
  policy         text COLLATE "C" NOT NULL,
  version        integer          NOT NULL CHECK (version >= 1),
  effective_from date             NOT NULL,
  -- The YAML as it was registered.
  content        text             NOT NULL,
  -- Of the content's UTF-8 bytes.
  sha256         text             NOT NULL CHECK (length(sha256) = 64),
  registered_at  timestamptz      NOT NULL,
  retired_at     timestamptz,
  PRIMARY KEY (policy, version)
);

-- One version takes effect on a day.
CREATE UNIQUE INDEX policy_version_effective
  ON policy_version (effective_from) WHERE retired_at IS NULL;
