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
  p.country, p.website, p.contact_email, p.registered_on, p.legacy_level, s.status, p.file_id
FROM partner p
CROSS JOIN LATERAL (
  SELECT t.status FROM partner_status t
  WHERE t.partner_id = p.partner_id AND t.file_id IS NOT NULL
  ORDER BY t.version_id DESC
  LIMIT 1
) s
WHERE p.file_id IS NOT NULL
ORDER BY p.partner_id, p.version_id DESC;
