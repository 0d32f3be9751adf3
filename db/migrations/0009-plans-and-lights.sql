-- Implementation plans (实施方案) with their milestones and interim paths, and the lights of everything with their history.

-- One plan of a measure is in force, at most one more is being worked on; the ones before stay to be read.
CREATE TABLE plan (
  district text NOT NULL,
  id uuid NOT NULL,
  measure integer NOT NULL,
  content jsonb NOT NULL,                                     -- server/modules/plans/contract.ts: PlanContent
  revision integer NOT NULL,                                  -- a save names the one it was made on
  state text NOT NULL CHECK (state IN ('drafting', 'submitted', 'returned', 'accepted', 'replaced')),
  unit text NOT NULL,                                         -- the lead unit that drafts it
  saved_by text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  submitted_by text,
  submitted_by_name text,
  submitted_at timestamptz,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  reason text,                                                -- why it was returned
  PRIMARY KEY (district, id),
  CHECK (state <> 'returned' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX plan_in_work ON plan (district, measure) WHERE state IN ('drafting', 'submitted', 'returned');
CREATE UNIQUE INDEX plan_in_force ON plan (district, measure) WHERE state = 'accepted';

-- The milestones of the plans in force. A plan that replaces another changes them by their ids; a dropped one stays to be read.
CREATE TABLE milestone (
  district text NOT NULL,
  id uuid NOT NULL,
  measure integer NOT NULL,
  unit text NOT NULL,                                         -- who answers for it: a lead or cooperating unit
  title text NOT NULL,
  deliverable text NOT NULL,
  proof text NOT NULL CHECK (proof IN ('document', 'note', 'figure')),
  figure text,                                                -- proof by a figure: done by itself once it reaches `value`
  value numeric,
  due_on date NOT NULL,
  first_due_on date NOT NULL,                                 -- as first accepted
  since date NOT NULL,                                        -- the day it came into force, from which its term runs
  state text NOT NULL CHECK (state IN ('open', 'reported', 'done', 'dropped')),
  report text,
  reported_on date,
  reported_by text,
  reported_by_name text,
  done_on date,                                               -- the day it was reported on (or the figure reached), not the day of the office's yes
  decided_by text,
  PRIMARY KEY (district, id),
  CHECK ((proof = 'figure') = (figure IS NOT NULL AND value IS NOT NULL)),
  CHECK ((state = 'done') = (done_on IS NOT NULL))
);
CREATE INDEX milestone_measure ON milestone (district, measure, due_on);
CREATE INDEX milestone_unit ON milestone (district, unit, due_on) WHERE state IN ('open', 'reported');

-- Interim values of a figure, as accepted with a plan; the latest row is in force, the earlier ones stay.
CREATE TABLE figure_path (
  district text NOT NULL,
  figure text NOT NULL,
  id uuid NOT NULL,
  points jsonb NOT NULL,                                      -- [{day, value}]; [] is the straight line again
  set_at timestamptz NOT NULL,
  set_by text NOT NULL,
  PRIMARY KEY (district, figure, id)
);

-- How each light stands now, and every time it changed. Computed, never typed: only the system writes here.
CREATE TABLE light_now (
  district text NOT NULL,
  subject text NOT NULL,                                      -- figure:6a, milestone:<id>, measure:6, unit:<code>, …
  light text NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (district, subject)
);
CREATE TABLE light_change (
  district text NOT NULL,
  subject text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  light text NOT NULL,
  before text,                                                -- null: its first light
  reason text NOT NULL,
  params jsonb NOT NULL,                                      -- the numbers behind it at that moment
  PRIMARY KEY (district, subject, id)
);

-- When a clock stands still: of one matter (milestone:<id>, notice:<id>, figure:<code>, measure:<no>) or of the whole district (a quiet period).
CREATE TABLE term_pause (
  district text NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  from_on date NOT NULL,                                      -- stands still after this day
  to_on date,                                                 -- until and including this day; null: until somebody ends it
  reason text NOT NULL,
  paused_by text NOT NULL,
  paused_by_name text NOT NULL,
  paused_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  CHECK (to_on IS NULL OR to_on >= from_on)
);
CREATE INDEX term_pause_subject ON term_pause (district, subject);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'milestone', 'figure_path', 'light_now', 'light_change', 'term_pause'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON plan, milestone TO leye_app;
GRANT UPDATE (content, revision, state, saved_by, saved_by_name, saved_at, submitted_by, submitted_by_name, submitted_at, decided_by, decided_by_name, decided_at, reason) ON plan TO leye_app;
GRANT UPDATE (measure, unit, title, deliverable, proof, figure, value, due_on, state, report, reported_on, reported_by, reported_by_name, done_on, decided_by) ON milestone TO leye_app;
GRANT SELECT, INSERT ON figure_path, light_change TO leye_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON light_now TO leye_app;
GRANT SELECT, INSERT ON term_pause TO leye_app;
GRANT UPDATE (to_on) ON term_pause TO leye_app;
