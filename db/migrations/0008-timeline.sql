-- One timeline a measure: what was planned, lit, urged, answered, closed, said in a bulletin, in the order in which it happened.
-- Written in the transaction of the work it tells of; never changed, never deleted.

CREATE TABLE timeline_entry (
  district text NOT NULL,
  measure integer NOT NULL,                                   -- number in the programme; 0: the programme as a whole
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,                                   -- as it was then; '' for Leye itself
  code text NOT NULL,                                         -- the wording's key is timeline.<code>
  params jsonb NOT NULL,                                      -- texts, numbers, and pairs {zh, en}; no personal data
  subject text NOT NULL,                                      -- what it is about: figure:6a, milestone:<id>, notice:<id>, unit:<code>, '' the measure itself
  PRIMARY KEY (district, measure, id)
);
CREATE INDEX timeline_subject ON timeline_entry (district, subject, id);

ALTER TABLE timeline_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE timeline_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON timeline_entry USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));

GRANT SELECT, INSERT ON timeline_entry TO leye_app;
