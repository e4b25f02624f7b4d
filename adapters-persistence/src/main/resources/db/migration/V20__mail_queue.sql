-- Mails that have failed, or that were left behind, are tried again by the server.

ALTER TABLE reference_link
  -- 1 for a mail that somebody caused; each time that the server tries again is a link of its own.
  ADD COLUMN attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
  -- When a mail of the queue is to be taken over: a failed one to be tried again, a pending one
  -- because nobody sends it any more. Without it, the mail is not in the queue.
  ADD COLUMN due_at timestamptz,
  DROP CONSTRAINT reference_link_mail_state_check,
  DROP CONSTRAINT reference_link_check;

UPDATE reference_link l SET due_at = now()
FROM reference_request r
WHERE r.reference_id = l.reference_id
  AND l.mail_state IN ('PENDING', 'FAILED')
  AND (l.kind, r.state) IN (('SIGNING', 'OPEN'), ('RECEIPT', 'SIGNED'))
  AND NOT EXISTS (
    SELECT FROM reference_link later
    WHERE later.reference_id = l.reference_id
      AND later.kind = l.kind
      AND later.link_id > l.link_id
  );

UPDATE reference_link SET mail_state = 'FAILED', mail_failure = 'The mail was left behind.'
WHERE mail_state = 'PENDING' AND due_at IS NULL;

ALTER TABLE reference_link
  ADD CONSTRAINT reference_link_mail_state
    CHECK (mail_state IN ('PENDING', 'SENT', 'FAILED', 'GIVEN_UP')),
  ADD CONSTRAINT reference_link_mail_failure
    CHECK ((mail_state IN ('FAILED', 'GIVEN_UP')) = (mail_failure IS NOT NULL)),
  ADD CONSTRAINT reference_link_due
    CHECK (CASE mail_state WHEN 'PENDING' THEN due_at IS NOT NULL
                           WHEN 'FAILED' THEN true
                           ELSE due_at IS NULL END);

CREATE INDEX reference_link_due_at ON reference_link (due_at) WHERE due_at IS NOT NULL;
