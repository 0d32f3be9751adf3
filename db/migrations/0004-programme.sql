-- The programme: what the city promised. A confirmed version is never changed; a corrected paper becomes the next one.

CREATE TABLE programme_version (
  district text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,                                     -- server/modules/programme/contract.ts: Programme
  note text NOT NULL,
  confirmed_by text NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (district, version)
);

-- Values without a record: typed, with their source, until they lapse.
CREATE TABLE typed_value (
  district text NOT NULL,
  id uuid NOT NULL,
  figure text NOT NULL,
  day date NOT NULL,
  value numeric NOT NULL,
  source text NOT NULL,
  lapses_on date NOT NULL,
  typed_by text NOT NULL,
  typed_at timestamptz NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX typed_value_latest ON typed_value (district, figure, day DESC, id DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['programme_version', 'typed_value'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON programme_version TO leye_app;
GRANT SELECT, INSERT ON typed_value TO leye_app;
