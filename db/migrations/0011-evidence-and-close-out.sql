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

-- Close-out: one item a measure and period (a year, or the whole programme). The item says where it stands; every step that brought it
-- there is kept beside it and never changes.

CREATE TABLE close_out (
  district text NOT NULL,
  measure integer NOT NULL,
  period text NOT NULL,                                       -- a year, or programme
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'applied', 'returned', 'withdrawn', 'approved', 'waiver-proposed', 'waived', 'reopened')),
  step uuid,                                                  -- the latest step; null before the first
  applied_by text,                                            -- actor of the application that stands or was decided
  proposed_by text,                                           -- actor of the waiver that stands or was signed
  closed_step uuid,                                           -- the approval or the signature that closed it; null: not closed
  grade text CHECK (grade IN ('excellent', 'good', 'qualified', 'unqualified')),
  PRIMARY KEY (district, measure, period)
);

CREATE TABLE close_out_step (
  district text NOT NULL,
  item uuid NOT NULL,
  no integer NOT NULL,                                        -- 1, 2, 3 … of the item
  id uuid NOT NULL,
  event text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  by_name text NOT NULL,                                      -- as it was then; '' for Leye itself
  unit text NOT NULL,                                         -- for which unit; '' for the office, a leader, Leye
  reason text NOT NULL,                                       -- a note, the office's reason, why a waiver; '' where none is asked
  evaluation jsonb,                                           -- what was judged, by which version and targets, and every finding
  fact_hash text,                                             -- over close_out_fact_list of this step
  PRIMARY KEY (district, item, no)
);

-- The list of facts that an approval rests on, month by month: how many, how much, and a hash over exactly these.
CREATE TABLE close_out_fact_list (
  district text NOT NULL,
  step uuid NOT NULL,
  figure text NOT NULL,
  side text NOT NULL,                                         -- part, whole; typed: the value typed
  month date NOT NULL,
  facts bigint NOT NULL,
  sum numeric NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (district, step, figure, side, month)
);

ALTER TABLE close_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE close_out FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON close_out USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));
ALTER TABLE close_out_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE close_out_step FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON close_out_step USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));
ALTER TABLE close_out_fact_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE close_out_fact_list FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON close_out_fact_list USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));

GRANT SELECT, INSERT ON close_out, close_out_step, close_out_fact_list TO leye_app;
GRANT UPDATE (state, step, applied_by, proposed_by, closed_step, grade) ON close_out TO leye_app;
