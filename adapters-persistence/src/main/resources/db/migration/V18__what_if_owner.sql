-- Which process carries a trial out: as long as it lives it holds the advisory lock of its number.
CREATE SEQUENCE what_if_owner AS integer;

ALTER TABLE what_if ADD COLUMN owner integer;
