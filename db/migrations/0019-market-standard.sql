-- Draws that can be repeated, the market's standard with its inspections, grades and remedies, and what keeps figure 14 honest.

-- A draw (抽签) is held once for a purpose and never changes: what went in, its SHA-256, the seed taken afterwards, what follows from both.
CREATE TABLE draw (
  district text NOT NULL,
  id uuid NOT NULL,
  purpose text NOT NULL,
  input jsonb NOT NULL,
  input_hash bytea NOT NULL CHECK (length(input_hash) = 32),
  seed bytea NOT NULL CHECK (length(seed) = 32),
  result jsonb NOT NULL,
  drawn_at timestamptz NOT NULL,
  drawn_by text NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, purpose)
);

-- A round of inspections: of which days, by which version of the standard, which is kept as it was.
CREATE TABLE market_round (
  district text NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  version text NOT NULL,
  standard jsonb NOT NULL,
  self_due_on date NOT NULL,
  cross_due_on date NOT NULL,
  people_draw uuid NOT NULL,
  items_draw uuid,                                            -- what is looked at on site, where a sample was drawn
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  CHECK (period_to >= period_from)
);
CREATE INDEX market_round_list ON market_round (district, opened_at DESC);

-- One station in a round: from the inspections to its grade, an objection and what became of it.
CREATE TABLE market_station (
  district text NOT NULL,
  round uuid NOT NULL,
  station uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('inspecting', 'graded', 'objected', 'decided')),
  records jsonb,                                              -- what the records said when it was settled
  findings jsonb,                                             -- item by item: the outcome that counts, and the reason where the two differed
  points numeric(6, 1),
  of_points numeric(6, 1),
  grade text CHECK (grade IN ('excellent', 'good', 'qualified', 'unqualified')),
  settled_by text,
  settled_by_name text,
  settled_at timestamptz,
  object_until date,
  objection text,
  objected_by_name text,
  objected_at timestamptz,
  decision text CHECK (decision IN ('kept', 'changed')),
  decision_reason text,
  decided_by_name text,
  decided_at timestamptz,
  PRIMARY KEY (district, round, station),
  CHECK ((state = 'inspecting') = (grade IS NULL))
);
CREATE INDEX market_station_grades ON market_station (district, station, settled_at DESC) WHERE grade IS NOT NULL;

-- What a station says of itself (自查), and what an inspector from elsewhere says of it (互查).
CREATE TABLE market_inspection (
  district text NOT NULL,
  id uuid NOT NULL,
  round uuid NOT NULL,
  station uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('self', 'cross')),
  inspector text,                                             -- the account that was drawn; null: whoever works at the station
  inspector_name text,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'handed-in')),
  handed_in_by text,
  handed_in_by_name text,
  handed_in_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, round, station, kind),
  CHECK ((kind = 'cross') = (inspector IS NOT NULL))
);
CREATE INDEX market_inspection_open ON market_inspection (district, due_on) WHERE state = 'open';
CREATE TABLE market_answer (
  district text NOT NULL,
  inspection uuid NOT NULL,
  item text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('met', 'partly', 'not')),
  note text NOT NULL,
  answered_by text NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (district, inspection, item)
);

-- What was not met is looked at again by a date (复查).
CREATE TABLE market_remedy (
  district text NOT NULL,
  round uuid NOT NULL,
  station uuid NOT NULL,
  item text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'reported', 'met')),
  report text,
  reported_by_name text,
  reported_at timestamptz,
  reason text,                                                -- of the office: why it is met, or what is still missing
  decided_by_name text,
  decided_at timestamptz,
  PRIMARY KEY (district, round, station, item)
);
CREATE INDEX market_remedy_open ON market_remedy (district, due_on) WHERE state <> 'met';

-- What the office proposes as a reward for each grade (奖励建议): the latest from a day on. Proposals, no payments.
CREATE TABLE market_reward (
  district text NOT NULL,
  from_on date NOT NULL,
  id uuid NOT NULL,
  content jsonb NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (district, from_on, id)
);

-- Exactly the services or imported records that a flag is about.
ALTER TABLE gig_service_flag ADD COLUMN services uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE gig_service_flag ADD COLUMN imported uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX gig_service_flag_open ON gig_service_flag (district, day DESC) WHERE outcome IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['draw', 'market_round', 'market_station', 'market_inspection', 'market_answer', 'market_remedy', 'market_reward'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO leye_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON market_station, market_inspection, market_answer, market_remedy TO leye_app;
