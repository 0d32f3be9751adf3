-- Site codes that a worker typed wrongly, so that six digits cannot be guessed; here, so that a restart or another server does not begin
-- to count anew.

CREATE TABLE gig_code_try (
  district text NOT NULL,
  worker uuid NOT NULL,
  wrong smallint NOT NULL CHECK (wrong > 0),
  since timestamptz NOT NULL,                                 -- the first of them; after some minutes they count no more
  PRIMARY KEY (district, worker)
);

ALTER TABLE gig_code_try ENABLE ROW LEVEL SECURITY;
ALTER TABLE gig_code_try FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON gig_code_try
  USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));
GRANT SELECT, INSERT, UPDATE ON gig_code_try TO leye_app;
