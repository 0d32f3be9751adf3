-- Consultation (征求意见): a paper's versions, who is asked, what they say, what is decided, and whether the text does it.

CREATE TABLE consultation (
  district text NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'published')),
  version integer NOT NULL,                                   -- the newest; a save names the one it was made on
  asked_version integer,                                      -- the one that units and the public are shown
  is_public boolean NOT NULL,
  due_on date,                                                -- a working day; later answers are taken and marked
  opened_on date,
  opinions integer NOT NULL,                                  -- numbered 1, 2, 3 … in the order in which they came
  paper uuid,                                                 -- the policy paper that the published text became
  started_by text NOT NULL,
  started_by_name text NOT NULL,
  started_at timestamptz NOT NULL,
  published_by_name text,
  published_at timestamptz,
  PRIMARY KEY (district, id),
  CHECK ((state = 'draft') = (opened_on IS NULL)),
  CHECK ((opened_on IS NULL) = (due_on IS NULL) AND (opened_on IS NULL) = (asked_version IS NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL))
);

CREATE TABLE consultation_version (
  district text NOT NULL,
  consultation uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  reading jsonb NOT NULL,                                     -- server/modules/programme/reader/reading.ts: PolicyReading
  note text NOT NULL,                                         -- what was changed, in the office's own words
  saved_by text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (district, consultation, version)
);

CREATE TABLE consultation_unit (
  district text NOT NULL,
  consultation uuid NOT NULL,
  unit text NOT NULL,
  asked_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('no-comment', 'opinions')),
  answered_by_name text,
  answered_at timestamptz,
  is_late boolean,
  PRIMARY KEY (district, consultation, unit),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (is_late IS NULL))
);
CREATE INDEX consultation_unit_of ON consultation_unit (district, unit, consultation);

CREATE TABLE opinion (
  district text NOT NULL,
  id uuid NOT NULL,
  consultation uuid NOT NULL,
  number integer NOT NULL,
  unit text,                                                  -- null: somebody of the public
  version integer NOT NULL,                                   -- the one it speaks of
  span_from integer,                                          -- in that version's text; null: the paper as a whole
  span_to integer,
  measure integer,                                            -- the measure it stands in
  kind text NOT NULL CHECK (kind IN ('replace', 'add', 'remove', 'remark')),
  old_words text,
  new_words text,
  why text NOT NULL,
  contact bytea,                                              -- sealed: what somebody of the public left, if anything
  receipt bytea,                                              -- keyed hash of the number by which its sender asks after it
  content_hash bytea NOT NULL,                                -- keyed: the same opinion sent twice is one
  is_late boolean NOT NULL,
  sent_by text NOT NULL,
  sent_by_name text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, consultation, number),
  CHECK ((span_from IS NULL) = (span_to IS NULL) AND (span_from IS NULL OR span_from < span_to))
);
CREATE UNIQUE INDEX opinion_once ON opinion (district, consultation, content_hash);
CREATE UNIQUE INDEX opinion_receipt ON opinion (district, receipt) WHERE receipt IS NOT NULL;

CREATE TABLE opinion_decision (
  district text NOT NULL,
  opinion uuid NOT NULL,
  revision integer NOT NULL,                                  -- 1, 2, …; an officer names the one seen before
  decision text NOT NULL CHECK (decision IN ('adopted', 'partly', 'not adopted')),
  reason text NOT NULL,
  promised text,                                              -- the words to stand, where they are not those proposed
  decided_by text NOT NULL,
  decided_by_name text NOT NULL,
  decided_at timestamptz NOT NULL,
  response text CHECK (response IN ('accepted', 'contested')),
  response_why text,
  response_by_name text,
  responded_at timestamptz,
  PRIMARY KEY (district, opinion, revision),
  CHECK ((response IS NULL) = (responded_at IS NULL))
);

CREATE TABLE opinion_check (
  district text NOT NULL,
  opinion uuid NOT NULL,
  version integer NOT NULL,                                   -- of the text
  revision integer NOT NULL,                                  -- of the decision; 0: not decided yet
  consultation uuid NOT NULL,
  anchor text NOT NULL CHECK (anchor IN ('whole', 'kept', 'edited', 'lost')),
  span_from integer,                                          -- where the words that the opinion speaks of stand in this version
  span_to integer,
  verdict text CHECK (verdict IN ('consistent', 'contradiction', 'needs a person')),
  findings jsonb NOT NULL,
  findings_key text NOT NULL,                                 -- what was found and where: a sign-off holds for exactly this
  PRIMARY KEY (district, opinion, version, revision),
  CHECK ((revision = 0) = (verdict IS NULL))
);
CREATE INDEX opinion_check_of ON opinion_check (district, consultation, version);

CREATE TABLE opinion_sign_off (
  district text NOT NULL,
  id uuid NOT NULL,
  opinion uuid NOT NULL,
  revision integer NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('confirmed', 'signed-off')),
  stands text,                                                -- the words that a person says are the promised change
  findings_key text NOT NULL,
  reason text NOT NULL,
  signed_by text NOT NULL,
  signed_by_name text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX opinion_sign_off_of ON opinion_sign_off (district, opinion, revision);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consultation', 'consultation_version', 'consultation_unit', 'opinion', 'opinion_decision',
                           'opinion_check', 'opinion_sign_off'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO leye_app', t);
  END LOOP;
END $$;

GRANT UPDATE (state, version, asked_version, is_public, due_on, opened_on, opinions, paper, published_by_name, published_at) ON consultation TO leye_app;
GRANT UPDATE (answer, answered_by_name, answered_at, is_late) ON consultation_unit TO leye_app;
GRANT UPDATE (contact) ON opinion TO leye_app;             -- to nothing, when the paper is published
GRANT UPDATE (response, response_why, response_by_name, responded_at) ON opinion_decision TO leye_app;
