-- Where the rows of a file wait until the whole file is merged. Unlogged: a crash of the server
-- empties these tables, which night_file.rows_staged brings to light.
--
-- parsed tells a row whose values could all be read; the columns after the fault hold them. ordinal
-- is the row's handle; it follows the order in which rows were staged.

CREATE UNLOGGED TABLE partner_stage (
  ordinal       bigint GENERATED ALWAYS AS IDENTITY,
  file_id       bigint  NOT NULL,
  sheet_index   integer NOT NULL,
  sheet         text,
  line          bigint  NOT NULL,
  key           text    NOT NULL,
  parsed        boolean NOT NULL,
  fault_reason  text,
  fault_detail  text,
  fault_columns text[],
  partner_id    text COLLATE "C",
  name          text,
  vat_number    text,
  city          text,
  province      text,
  country       text,
  website       text,
  contact_email text,
  registered_on date,
  legacy_level  text,
  status        text COLLATE "C"
);

CREATE INDEX partner_stage_file ON partner_stage (file_id);

CREATE UNLOGGED TABLE enrollment_stage (
  ordinal        bigint GENERATED ALWAYS AS IDENTITY,
  file_id        bigint  NOT NULL,
  sheet_index    integer NOT NULL,
  sheet          text,
  line           bigint  NOT NULL,
  key            text    NOT NULL,
  parsed         boolean NOT NULL,
  fault_reason   text,
  fault_detail   text,
  fault_columns  text[],
  partner_id     text COLLATE "C",
  specialization text COLLATE "C",
  kind           text COLLATE "C",
  valid_from     date,
  valid_until    date
);

CREATE INDEX enrollment_stage_file ON enrollment_stage (file_id);

CREATE UNLOGGED TABLE certification_stage (
  ordinal            bigint GENERATED ALWAYS AS IDENTITY,
  file_id            bigint  NOT NULL,
  sheet_index        integer NOT NULL,
  sheet              text,
  line               bigint  NOT NULL,
  key                text    NOT NULL,
  parsed             boolean NOT NULL,
  fault_reason       text,
  fault_detail       text,
  fault_columns      text[],
  certificate_id     text COLLATE "C",
  person_id          text COLLATE "C",
  person_name        text,
  person_email       text,
  partner_id         text COLLATE "C",
  certification_code text COLLATE "C",
  awarded_on         date,
  expires_on         date,
  revoked_on         date
);

CREATE INDEX certification_stage_file ON certification_stage (file_id);

CREATE UNLOGGED TABLE reference_stage (
  ordinal         bigint GENERATED ALWAYS AS IDENTITY,
  file_id         bigint  NOT NULL,
  sheet_index     integer NOT NULL,
  sheet           text,
  line            bigint  NOT NULL,
  key             text    NOT NULL,
  parsed          boolean NOT NULL,
  fault_reason    text,
  fault_detail    text,
  fault_columns   text[],
  reference_id    text COLLATE "C",
  partner_id      text COLLATE "C",
  specialization  text COLLATE "C",
  customer_name   text,
  customer_vat    text,
  signatory_name  text,
  signatory_email text,
  requested_on    date,
  signed_on       date,
  declined_on     date,
  withdrawn_on    date
);

CREATE INDEX reference_stage_file ON reference_stage (file_id);

CREATE UNLOGGED TABLE survey_response_stage (
  ordinal          bigint GENERATED ALWAYS AS IDENTITY,
  file_id          bigint  NOT NULL,
  sheet_index      integer NOT NULL,
  sheet            text,
  line             bigint  NOT NULL,
  key              text    NOT NULL,
  parsed           boolean NOT NULL,
  fault_reason     text,
  fault_detail     text,
  fault_columns    text[],
  vendor           text COLLATE "C",
  response_id      text COLLATE "C",
  partner_id       text COLLATE "C",
  answered_on      date,
  customer_name    text,
  satisfaction     integer,
  recommend        integer,
  respondent_email text,
  comment          text
);

CREATE INDEX survey_response_stage_file ON survey_response_stage (file_id);
