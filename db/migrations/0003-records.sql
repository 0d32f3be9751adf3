-- Records: what the work left behind before (or beside) a service of its own, and the files they came in.

-- One row is one record as it was sent. A correction is a new row that revises the old one; a reversal marks the row; nothing else
-- of a row ever changes, so what was said when, and by whom, stays readable.
CREATE TABLE record (
  district text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  day date NOT NULL,
  until date,                                                 -- first day it no longer stands, where the type has one
  area text NOT NULL,                                         -- the most exact area known, '' for the whole district
  town text NOT NULL,
  place text NOT NULL,                                        -- community or village, '' where the area is coarser
  unit text NOT NULL,
  content jsonb NOT NULL,                                     -- values by column, without names and personal numbers
  sealed bytea,                                               -- names and personal numbers, kernel/seal
  person_index bytea,                                         -- keyed blind index of who it is about
  identity bytea NOT NULL,                                    -- keyed hash: what makes it this record
  content_hash bytea NOT NULL,                                -- keyed hash of everything it says
  subject bytea,                                              -- keyed hash of what stands only once at a time
  import uuid,
  import_row integer,
  recorded_by text NOT NULL,                                  -- actor
  recorded_at timestamptz NOT NULL,
  revises uuid,                                               -- the record that this one corrects or completes
  completes boolean NOT NULL DEFAULT false,                   -- it adds to the revised record, whose facts still stand
  revised_by uuid,
  reversed_at timestamptz,
  reversed_by text,
  reversed_why text,
  ended_on date,                                              -- somebody left, an agreement ended
  ended_by text,
  ended_why text,
  PRIMARY KEY (district, id)
);
-- Without the type, which the identity's hash holds: so no plan, made before statistics know the table, takes record_list instead.
CREATE UNIQUE INDEX record_current ON record (district, identity) WHERE revised_by IS NULL AND reversed_at IS NULL;
CREATE INDEX record_list ON record (district, type, day DESC, id DESC);
CREATE INDEX record_import_row ON record (district, import, import_row) WHERE import IS NOT NULL;
CREATE INDEX record_subject ON record (district, type, subject) WHERE subject IS NOT NULL;
CREATE INDEX record_person ON record (district, person_index) WHERE person_index IS NOT NULL;

-- A file of records on its way: checked, then taken whole, in part or not at all; taken, it can be reversed whole.
CREATE TABLE record_import (
  district text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,                                       -- what a person quotes: IMP-20261124-7K3F
  type text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_size bigint NOT NULL,
  file_type text NOT NULL CHECK (file_type IN ('xlsx', 'csv')),
  state text NOT NULL CHECK (state IN ('checking', 'checked', 'taking', 'taken', 'reversing', 'reversed', 'failed', 'discarded')),
  mode text CHECK (mode IN ('all', 'good')),
  reach jsonb NOT NULL,                                       -- "district", or the units and areas of who sent it
  counts jsonb,                                               -- {rows, good, bad, alreadyThere, corrections, duplicates, warnings}
  notices jsonb NOT NULL DEFAULT '[]',                        -- [{code, params}] about the file as a whole
  failure jsonb,                                              -- {code, params} of the last thing that went wrong
  receipt jsonb,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  uploaded_by text NOT NULL,
  uploaded_unit text,
  uploaded_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  reversed_by text,
  reversed_at timestamptz,
  reversed_why text,
  PRIMARY KEY (district, id),
  UNIQUE (district, number)
);
CREATE INDEX record_import_list ON record_import (district, uploaded_at DESC, id DESC);
CREATE INDEX record_import_file ON record_import (district, file_sha256);
CREATE INDEX record_import_running ON record_import (district) WHERE state IN ('checking', 'taking', 'reversing');

-- What is wrong (or doubtful) in which cell. Never the cell's content: it may be personal, and the file still holds it.
CREATE TABLE record_import_problem (
  district text NOT NULL,
  import uuid NOT NULL,
  row_number integer NOT NULL,
  no integer NOT NULL,
  cell text NOT NULL,                                         -- D17; the row's number alone where a column is missing
  column_key text NOT NULL,
  code text NOT NULL,
  params jsonb NOT NULL,
  warns boolean NOT NULL,
  PRIMARY KEY (district, import, row_number, no)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record', 'record_import', 'record_import_problem'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON record TO leye_app;
GRANT UPDATE (revises, completes, revised_by, reversed_at, reversed_by, reversed_why, ended_on, ended_by, ended_why) ON record TO leye_app;
GRANT SELECT, INSERT, UPDATE ON record_import TO leye_app;
GRANT SELECT, INSERT, DELETE ON record_import_problem TO leye_app;
