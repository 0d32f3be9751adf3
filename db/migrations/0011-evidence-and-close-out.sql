-- Evidence: an uploaded document, known by what is in it. The bytes lie encrypted outside the database (kernel/files). One upload serves
-- every place that asks for it; the same file uploaded again, by whomever, is the same evidence.

CREATE TABLE evidence (
  district text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,                                         -- to show and to save under; its ending is that of the type
  type text NOT NULL,                                         -- what the bytes say it is, never the name
  size integer NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (district, sha256)
);

-- Whose it is: the unit, area or office of everybody who uploaded it. They may use and open it.
CREATE TABLE evidence_holder (
  district text NOT NULL,
  holder text NOT NULL,                                       -- unit:<code>, area:<code>, or a whole-district role
  sha256 text NOT NULL,
  uploaded_at timestamptz NOT NULL,                           -- by this holder, last
  PRIMARY KEY (district, holder, sha256)
);
CREATE INDEX evidence_holder_file ON evidence_holder (district, sha256);

-- Where it is used. `units` may open it there, beside its holders.
CREATE TABLE evidence_use (
  district text NOT NULL,
  place text NOT NULL,                                        -- e.g. milestone:<id>, notice:<id>, close-out:<id>
  sha256 text NOT NULL,
  units text[] NOT NULL,
  by text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (district, place, sha256)
);
CREATE INDEX evidence_use_file ON evidence_use (district, sha256);

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON evidence USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));
ALTER TABLE evidence_holder ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_holder FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON evidence_holder USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));
ALTER TABLE evidence_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_use FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON evidence_use USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));

GRANT SELECT, INSERT, DELETE ON evidence, evidence_holder TO leye_app;  -- what nobody uses is dropped
GRANT UPDATE (uploaded_at) ON evidence_holder TO leye_app;
GRANT SELECT, INSERT ON evidence_use TO leye_app;
