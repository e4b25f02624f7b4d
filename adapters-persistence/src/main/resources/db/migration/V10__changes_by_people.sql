-- Who changed what, when and from where. Nothing in it is ever changed.
CREATE TABLE audit_entry (
  audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text        NOT NULL,
  role     text        NOT NULL,
  address  text        NOT NULL,
  action   text        NOT NULL,
  subject  text        NOT NULL,
  detail   text        NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER audit_entry_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Evidence comes from a file or from a change that somebody made.
ALTER TABLE partner
  ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN audit_id bigint REFERENCES audit_entry,
  ADD CHECK (num_nonnulls(file_id, audit_id) = 1);
ALTER TABLE partner_status
  ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN audit_id bigint REFERENCES audit_entry,
  ADD CHECK (num_nonnulls(file_id, audit_id) = 1);
ALTER TABLE enrollment
  ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN audit_id bigint REFERENCES audit_entry,
  ADD CHECK (num_nonnulls(file_id, audit_id) = 1);
ALTER TABLE reference
  ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN audit_id bigint REFERENCES audit_entry,
  ADD CHECK (num_nonnulls(file_id, audit_id) = 1);
ALTER TABLE employment
  ALTER COLUMN file_id DROP NOT NULL,
  ADD COLUMN audit_id bigint REFERENCES audit_entry,
  ADD CHECK (num_nonnulls(file_id, audit_id) = 1),
  -- The person does not work for the partner any more, from this row's day on.
  ADD COLUMN has_left boolean NOT NULL DEFAULT false;

CREATE TABLE account (
  name          text COLLATE "C" PRIMARY KEY,
  role          text        NOT NULL CHECK (role IN ('PROGRAM', 'PARTNER', 'VENDOR')),
  partner_id    text COLLATE "C",
  vendor        text COLLATE "C",
  -- Argon2, with its salt and costs.
  password_hash text        NOT NULL,
  -- A password that serves once, until its owner has chosen another: unused, used, or no such one.
  one_time      text        NOT NULL CHECK (one_time IN ('NO', 'UNUSED', 'USED')),
  disabled      boolean     NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  version       bigint      NOT NULL,
  CHECK ((role = 'PARTNER') = (partner_id IS NOT NULL)),
  CHECK ((role = 'VENDOR') = (vendor IS NOT NULL))
);

-- What a request with an Idempotency-Key was answered.
CREATE TABLE idempotent_request (
  account     text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  -- Of method, path and body.
  request     text             NOT NULL,
  received_at timestamptz      NOT NULL,
  status      integer,
  headers     text,
  body        text,
  PRIMARY KEY (account, key)
);

CREATE INDEX idempotent_request_age ON idempotent_request (received_at);
