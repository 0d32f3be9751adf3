-- Supervision (督办): dated rules, the notices they send, the answers, and who was told what on which day.

-- Rules are data that an officer edits; a change is a new version, so that every notice can name the rule it went out by.
CREATE TABLE supervision_rules (
  district text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,                                     -- server/modules/supervision/contract.ts: RuleSet
  valid_from date NOT NULL,
  note text NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (district, version)
);

CREATE TABLE notice (
  district text NOT NULL,
  id uuid NOT NULL,
  cause text NOT NULL,                                        -- what it went out for, spelled out: never twice for the same
  rule text NOT NULL,                                         -- its code in the rules; hand: an instruction; unanswered, broken: an escalation
  rules_version integer NOT NULL,                             -- 0: the presets
  step text NOT NULL CHECK (step IN ('reminder', 'urge', 'notice', 'talk')),
  subject text NOT NULL,                                      -- milestone:<id>, figure:6a, measure:6
  measure integer NOT NULL,
  unit text NOT NULL,
  receiver text NOT NULL CHECK (receiver IN ('liaison', 'head')), -- whom of the unit it asks, by the rules of that day
  year integer,                                               -- 〔2026〕第3号: notices and talks are numbered, a year anew, without gaps
  number integer,
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by text NOT NULL,
  issued_by_name text NOT NULL,
  term_days integer NOT NULL,                                 -- working days to answer in; 0: nothing to answer
  params jsonb NOT NULL,                                      -- the numbers behind it on the day it went out
  instruction text,                                           -- by hand: what was asked
  instructed_by text,                                         -- by hand: whose instruction it is
  parent uuid,                                                -- the notice that this one escalates
  state text NOT NULL CHECK (state IN ('open', 'answered', 'returned', 'accepted', 'cleared', 'escalated', 'withdrawn')),
  cleared_on date,                                            -- the cause has gone
  holds_until date,                                           -- accepted: nothing more goes out for it until then
  withdrawn_why text,
  PRIMARY KEY (district, id),
  UNIQUE (district, cause),
  UNIQUE (district, year, number),
  CHECK ((year IS NULL) = (number IS NULL)),
  CHECK ((rule = 'hand') = (instruction IS NOT NULL))
);
CREATE INDEX notice_live ON notice (district, issued_on, id) WHERE state IN ('open', 'answered', 'returned') OR cleared_on IS NULL;
CREATE INDEX notice_list ON notice (district, issued_on DESC, id DESC);
CREATE INDEX notice_subject ON notice (district, subject, id);

CREATE TABLE notice_answer (
  district text NOT NULL,
  notice uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('measure', 'new-date', 'evidence')),
  text text NOT NULL,
  new_date date,
  answered_on date NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by text NOT NULL,
  answered_by_name text NOT NULL,
  verdict text CHECK (verdict IN ('accepted', 'returned')),
  reason text,
  decided_on date,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  PRIMARY KEY (district, notice, id),
  CHECK ((kind = 'new-date') = (new_date IS NOT NULL)),
  CHECK ((verdict IS NULL) = (decided_on IS NULL)),
  CHECK (verdict IS DISTINCT FROM 'returned' OR reason IS NOT NULL)
);

-- The daily run has been made.
CREATE TABLE supervision_run (
  district text NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  issued integer NOT NULL,
  PRIMARY KEY (district, day)
);

-- One digest a day a person, and what it told, so that nothing is told twice.
CREATE TABLE digest (
  district text NOT NULL,
  account uuid NOT NULL,
  day date NOT NULL,
  told jsonb NOT NULL,                                        -- keys of the tasks it named
  at timestamptz NOT NULL,
  PRIMARY KEY (district, account, day)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['supervision_rules', 'notice', 'notice_answer', 'supervision_run', 'digest'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON supervision_rules, notice, notice_answer, supervision_run, digest TO leye_app;
GRANT UPDATE (state, cleared_on, holds_until, withdrawn_why) ON notice TO leye_app;
GRANT UPDATE (verdict, reason, decided_on, decided_at, decided_by, decided_by_name) ON notice_answer TO leye_app;
