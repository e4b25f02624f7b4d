-- Hosts of the contact e-mails that files have brought, written from their ends, so that all below a
-- domain stand together: whether a domain is that of other partners, too, is one look.
CREATE INDEX partner_contact_domain
  ON partner (((reverse(lower(split_part(contact_email, '@', -1))) || '.') COLLATE "C"))
  WHERE file_id IS NOT NULL;

-- What ids of the product's own series have in them, so that no file brings the same by chance:
-- drawn once for this database. A function, because it never changes.
DO $$
BEGIN
  EXECUTE format(
    'CREATE FUNCTION own_series() RETURNS text LANGUAGE sql IMMUTABLE AS %L',
    format('SELECT %L', left(md5(gen_random_uuid()::text), 8)));
END
$$;
