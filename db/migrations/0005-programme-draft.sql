-- From paper to programme: uploaded papers as read, and the drafts that people make of them. Nothing here is ever deleted.

CREATE TABLE policy_paper (
  district text NOT NULL,
  id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),     -- of the uploaded bytes: the same file is the same paper
  name text NOT NULL,                                         -- the file's name
  text text NOT NULL,                                         -- as decoded; the reading's spans point into it
  reading jsonb NOT NULL,                                     -- server/modules/programme/reader/reading.ts: PolicyReading
  uploaded_by text NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, sha256)
);

CREATE TABLE programme_draft (
  district text NOT NULL,
  id uuid NOT NULL,
  paper uuid NOT NULL,
  content jsonb NOT NULL,                                     -- server/modules/programme/draft/contract.ts: DraftContent
  revision integer NOT NULL,                                  -- a save names the one it was made on
  state text NOT NULL CHECK (state IN ('open', 'confirmed', 'discarded')),
  version integer,                                            -- the programme_version it became
  started_by text NOT NULL,
  started_by_name text NOT NULL,
  started_at timestamptz NOT NULL,
  saved_by text NOT NULL,                                     -- the last save, confirmation or discarding
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  CHECK ((state = 'confirmed') = (version IS NOT NULL))
);
-- Two people who start on the same paper work on the same draft.
CREATE UNIQUE INDEX programme_draft_open ON programme_draft (district, paper) WHERE state = 'open';
CREATE INDEX programme_draft_version ON programme_draft (district, version) WHERE version IS NOT NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_paper', 'programme_draft'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON policy_paper TO leye_app;
GRANT SELECT, INSERT, UPDATE ON programme_draft TO leye_app;
