-- What files said last of each partner, so that a row that only says it again does not undo what
-- somebody changed since. Nothing is decided by it: what holds is in partner and partner_status.
CREATE TABLE partner_word (
  partner_id    text COLLATE "C" NOT NULL,
  name          text NOT NULL,
  vat_number    text,
  city          text,
  province      text,
  country       text,
  website       text,
  contact_email text,
  registered_on date NOT NULL,
  legacy_level  text NOT NULL,
  status        text COLLATE "C" NOT NULL,
  file_id       bigint NOT NULL,
  PRIMARY KEY (partner_id, file_id)
);

INSERT INTO partner_word
SELECT DISTINCT ON (p.partner_id) p.partner_id, p.name, p.vat_number, p.city, p.province,
  p.country, p.website, p.contact_email, p.registered_on, p.legacy_level,
  coalesce(s.status, held.status, 'ACTIVE'), p.file_id
FROM partner p
LEFT JOIN LATERAL (
  SELECT t.status FROM partner_status t
  WHERE t.partner_id = p.partner_id AND t.file_id IS NOT NULL
  ORDER BY t.version_id DESC
  LIMIT 1
) s ON true
-- Files that said of the status what the program had said before left no row of their own.
LEFT JOIN LATERAL (
  SELECT t.status FROM partner_status t
  WHERE t.partner_id = p.partner_id
    AND t.valid_from <= p.business_date
    AND t.recorded_at <= p.recorded_at
    AND (t.superseded_at IS NULL OR t.superseded_at > p.recorded_at)
  ORDER BY t.valid_from DESC
  LIMIT 1
) held ON true
WHERE p.file_id IS NOT NULL
ORDER BY p.partner_id, p.version_id DESC;
