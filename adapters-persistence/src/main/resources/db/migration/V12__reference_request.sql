-- Requests for references by mail. What evidence says of them stands in reference, as ever.

-- Ids of requests; those that files have brought are passed over.
CREATE SEQUENCE reference_number;

CREATE TABLE reference_request (
  reference_id    text COLLATE "C" PRIMARY KEY,
  partner_id      text COLLATE "C" NOT NULL,
  specialization  text COLLATE "C" NOT NULL,
  customer_name   text             NOT NULL,
  customer_vat    text,
  signatory_name  text,
  signatory_email text             NOT NULL,
  language        text             NOT NULL CHECK (language IN ('EN', 'IT')),
  requested_at    timestamptz      NOT NULL,
  requested_on    date             NOT NULL,
  state           text             NOT NULL
    CHECK (state IN ('OPEN', 'SIGNED', 'DECLINED', 'WITHDRAWN')),
  -- Of the latest link to sign.
  expires_at      timestamptz      NOT NULL,
  declined_at     timestamptz,
  declined_on     date,
  withdrawn_at    timestamptz,
  withdrawn_on    date,
  version         bigint           NOT NULL,
  CHECK ((state = 'DECLINED') = (declined_at IS NOT NULL AND declined_on IS NOT NULL)),
  CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL AND withdrawn_on IS NOT NULL))
);

CREATE INDEX reference_request_partner ON reference_request (partner_id, requested_at);

-- What was signed, word by word; it stays when the customer takes it back.
CREATE TABLE reference_signature (
  reference_id text COLLATE "C" PRIMARY KEY REFERENCES reference_request,
  statement    text        NOT NULL,
  language     text        NOT NULL CHECK (language IN ('EN', 'IT')),
  -- Of the statement in UTF-8, hexadecimal.
  sha256       text        NOT NULL CHECK (length(sha256) = 64),
  signatory    text        NOT NULL,
  signed_at    timestamptz NOT NULL,
  signed_on    date        NOT NULL
);

CREATE TRIGGER reference_signature_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON reference_signature
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The links that customers were sent, each by one mail. A later one of a kind replaces those
-- before it.
CREATE TABLE reference_link (
  link_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of the token, which is kept nowhere.
  token_hash   text COLLATE "C" NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  reference_id text COLLATE "C" NOT NULL REFERENCES reference_request,
  kind         text             NOT NULL CHECK (kind IN ('SIGNING', 'RECEIPT')),
  created_at   timestamptz      NOT NULL,
  mail_state   text             NOT NULL CHECK (mail_state IN ('PENDING', 'SENT', 'FAILED')),
  mail_at      timestamptz      NOT NULL,
  mail_failure text,
  CHECK ((mail_state = 'FAILED') = (mail_failure IS NOT NULL))
);

CREATE INDEX reference_link_reference ON reference_link (reference_id, kind, link_id);
