-- Bulletins (定期通报): what was said of a span of days, from a frozen snapshot. Snapshots and words are only ever added.

CREATE TABLE bulletin (
  district text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('month', 'quarter', 'year', 'span')),
  starts date NOT NULL,
  ends date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'released', 'withdrawn', 'discarded')),
  snapshot uuid,                                              -- the latest; NULL until the numbers are frozen
  number_year integer,                                        -- 〔2026〕第3期: given at release, gapless within a year
  number integer,
  edition integer NOT NULL DEFAULT 1,                         -- of this span: 2 where an earlier bulletin of it stands
  replaces uuid,                                              -- the edition before
  is_public boolean NOT NULL DEFAULT false,
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  released_by text,
  released_by_name text,
  released_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  withdrawn_why text,
  PRIMARY KEY (district, id),
  UNIQUE (district, number_year, number),
  CHECK (starts <= ends),
  CHECK ((state IN ('released', 'withdrawn')) = (number IS NOT NULL)),
  CHECK (state NOT IN ('released', 'withdrawn') OR snapshot IS NOT NULL)
);
CREATE INDEX bulletin_list ON bulletin (district, ends DESC, id DESC);
-- Two officers who begin the same span work on the same draft.
CREATE UNIQUE INDEX bulletin_draft ON bulletin (district, starts, ends) WHERE state = 'draft';

-- The last number given in a year: a row, so that whoever releases waits for whoever is releasing, and a refused release gives none away.
CREATE TABLE bulletin_year (
  district text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (district, year)
);

CREATE TABLE bulletin_snapshot (
  district text NOT NULL,
  id uuid NOT NULL,
  bulletin uuid NOT NULL,
  moment timestamptz NOT NULL,
  known_until timestamptz NOT NULL,                           -- every fact recorded until then was known …
  known_also uuid[] NOT NULL,                                 -- … and of the later ones these (server/kernel/figure/recount.ts)
  content text NOT NULL,                                      -- canonical JSON; the hash covers exactly these bytes
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  taken_by text NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX bulletin_snapshot_of ON bulletin_snapshot (district, bulletin, id);

-- What the office wrote instead of the words that came with the numbers: every save whole.
CREATE TABLE bulletin_words (
  district text NOT NULL,
  bulletin uuid NOT NULL,
  revision integer NOT NULL,
  words jsonb NOT NULL,                                       -- {paragraph: {zh, en}}, texts with {tokens} where numbers stand
  saved_by text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (district, bulletin, revision)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bulletin', 'bulletin_year', 'bulletin_snapshot', 'bulletin_words'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON bulletin, bulletin_snapshot, bulletin_words TO leye_app;
GRANT UPDATE (state, snapshot, number_year, number, edition, replaces, is_public, released_by, released_by_name, released_at, withdrawn_by,
  withdrawn_by_name, withdrawn_at, withdrawn_why) ON bulletin TO leye_app;
GRANT SELECT, INSERT, UPDATE ON bulletin_year TO leye_app;
