-- The gig station (零工市场): stations, workers, day orders, the dawn with its line and batches, and the day's work to its wages.
-- Money in fen; a shift is a bit: 1 morning (from 04:00), 2 midday (10:00), 4 evening (15:00), 8 night (21:00).

CREATE TABLE gig_station (
  district text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,                                         -- on the poster that workers scan: /s/<code>
  name jsonb NOT NULL,                                        -- {zh, en}
  address text NOT NULL,
  area text NOT NULL,
  town text NOT NULL,
  latitude double precision NOT NULL,                         -- WGS-84
  longitude double precision NOT NULL,
  telephone text NOT NULL,
  opens_at text NOT NULL CHECK (opens_at ~ '^[0-2]\d:[0-5]\d$'),
  closes_at text NOT NULL CHECK (closes_at ~ '^[0-2]\d:[0-5]\d$'),
  round_minutes smallint NOT NULL DEFAULT 5 CHECK (round_minutes BETWEEN 1 AND 60),     -- a batch every so often while it is open
  answer_minutes smallint NOT NULL DEFAULT 10 CHECK (answer_minutes BETWEEN 1 AND 120), -- how long an offer waits for its answer
  closed_on date,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, code)
);

-- The day of a station: its line's last number, the last one called, and how many batches it has seen.
CREATE TABLE gig_station_day (
  district text NOT NULL,
  station uuid NOT NULL,
  day date NOT NULL,
  last_number integer NOT NULL DEFAULT 0,
  last_order integer NOT NULL DEFAULT 0,
  last_batch integer NOT NULL DEFAULT 0,
  called_up_to integer NOT NULL DEFAULT 0,
  PRIMARY KEY (district, station, day)
);

-- Kiosks: devices that an officer set up at a station.
CREATE TABLE gig_kiosk (
  district text NOT NULL,
  id uuid NOT NULL,
  station uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,                                  -- SHA-256 of 256 random bits in the device's cookie
  set_up_by text NOT NULL,
  set_up_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, token_hash)
);

-- A resident who takes day work; id is the resident's.
CREATE TABLE gig_worker (
  district text NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,                                    -- on the worker's card; says nothing about the person
  card bytea NOT NULL,                                        -- SHA-256 of the secret in the card's code, for the kiosk's scanner
  latitude double precision NOT NULL,                         -- where I start from, rounded to some hundred metres
  longitude double precision NOT NULL,
  start_area text NOT NULL,                                   -- the community or town chosen, '' where the map was used
  radius_km smallint NOT NULL CHECK (radius_km BETWEEN 1 AND 60),
  pay_floor integer NOT NULL CHECK (pay_floor >= 0),          -- a day of eight hours; less is not offered
  pay_wish integer NOT NULL CHECK (pay_wish >= pay_floor),
  shifts smallint NOT NULL CHECK (shifts BETWEEN 1 AND 15),
  shift_wish smallint CHECK (shift_wish IN (1, 2, 4, 8)),
  aided_until date,                                           -- recognised as hard to employ (就业困难人员) until then
  aided_by text,
  joined_on date NOT NULL,
  joined_by text NOT NULL,
  paused boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, number),
  UNIQUE (district, card)
);

CREATE TABLE gig_skill (
  district text NOT NULL,
  worker uuid NOT NULL,
  trade text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),      -- 0 beginner, 1 can do it, 2 skilled, 3 can lead
  checked_level smallint CHECK (checked_level BETWEEN 0 AND 3), -- what an officer or a licence showed; null: the worker's own word
  checked_by text,
  checked_at timestamptz,
  PRIMARY KEY (district, worker, trade)
);

CREATE TABLE gig_licence (
  district text NOT NULL,
  id uuid NOT NULL,
  worker uuid NOT NULL,
  licence text NOT NULL,
  expires_on date,
  state text NOT NULL CHECK (state IN ('claimed', 'checked', 'refused', 'replaced')),
  reason text,
  claimed_at timestamptz NOT NULL,
  checked_by text,
  checked_at timestamptz,
  PRIMARY KEY (district, id),
  CHECK (state <> 'checked' OR (expires_on IS NOT NULL AND checked_by IS NOT NULL))
);
CREATE INDEX gig_licence_worker ON gig_licence (district, worker);
CREATE UNIQUE INDEX gig_licence_standing ON gig_licence (district, worker, licence) WHERE state = 'checked';
CREATE INDEX gig_licence_claimed ON gig_licence (district, claimed_at) WHERE state = 'claimed';

-- Workers who go together or not at all.
CREATE TABLE gig_team (
  district text NOT NULL,
  id uuid NOT NULL,
  formed_by uuid NOT NULL,
  code text NOT NULL,                                         -- what the others type in to join
  formed_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX gig_team_code ON gig_team (district, code) WHERE ended_at IS NULL;
CREATE TABLE gig_team_member (
  district text NOT NULL,
  team uuid NOT NULL,
  worker uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  left_at timestamptz,
  PRIMARY KEY (district, team, worker, joined_at)
);
CREATE UNIQUE INDEX gig_team_one ON gig_team_member (district, worker) WHERE left_at IS NULL;

-- A day order: so many people of a trade at a place for one stretch of work.
CREATE TABLE gig_order (
  district text NOT NULL,
  id uuid NOT NULL,
  posting uuid NOT NULL,                                      -- what was posted in one go: several sites and days
  number integer NOT NULL,                                    -- spoken at the counter: order 12 of the day
  employer uuid NOT NULL,
  station uuid NOT NULL,                                      -- where it is matched and people meet
  day date NOT NULL,                                          -- of its start, Beijing
  trade text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  seats integer NOT NULL CHECK (seats BETWEEN 1 AND 500),
  site text NOT NULL,
  area text NOT NULL,
  town text NOT NULL,
  latitude double precision NOT NULL,
  longitude double precision NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  break_minutes smallint NOT NULL CHECK (break_minutes BETWEEN 0 AND 240),
  pay_by text NOT NULL CHECK (pay_by IN ('day', 'hour')),
  pay integer NOT NULL CHECK (pay BETWEEN 100 AND 10000000),
  paid_within_days smallint NOT NULL CHECK (paid_within_days BETWEEN 0 AND 30), -- 0: the same day
  insurance text NOT NULL CHECK (insurance IN ('none', 'accident', 'work-injury')),
  insurer text,
  meals boolean NOT NULL,
  transport text NOT NULL CHECK (transport IN ('own-way', 'bus-from-station', 'fare-paid')),
  outdoors boolean NOT NULL,
  meeting_point text NOT NULL,
  bring text NOT NULL,
  foreman uuid,                                               -- employer_member's resident who runs the site
  state text NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
  reason text,
  posted_by text NOT NULL,
  posted_at timestamptz NOT NULL,
  insured_at timestamptz,                                     -- the policy recorded, with its number, before the shift starts
  insured_number text,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (district, id),
  UNIQUE (district, station, day, number),
  CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '16 hours')
);
CREATE INDEX gig_order_employer ON gig_order (district, employer, day DESC);
CREATE INDEX gig_order_posting ON gig_order (district, posting);
CREATE INDEX gig_order_open ON gig_order (district, station, day) WHERE state = 'open';

-- One a worker and day: who is there this morning, whichever the station.
CREATE TABLE gig_check_in (
  district text NOT NULL,
  worker uuid NOT NULL,
  day date NOT NULL,
  id uuid NOT NULL,
  station uuid NOT NULL,
  number integer NOT NULL,                                    -- in the line of the station's day
  way text NOT NULL CHECK (way IN ('code', 'kiosk', 'counter')),
  at timestamptz NOT NULL,                                    -- when the person checked in, also where the message came later
  received_at timestamptz NOT NULL,
  mornings smallint NOT NULL,                                 -- mornings in a row before this one that ended without work
  wants_more boolean NOT NULL DEFAULT false,                  -- has work and would take a second
  left_at timestamptz,
  batch uuid,                                                 -- the last batch that found nothing, and why
  reason text,
  reason_params jsonb,
  PRIMARY KEY (district, worker, day),
  UNIQUE (district, station, day, number)
);
CREATE INDEX gig_check_in_line ON gig_check_in (district, station, day) WHERE left_at IS NULL;

-- A batch is frozen with what went in, so that anybody can let it run again.
CREATE TABLE gig_batch (
  district text NOT NULL,
  id uuid NOT NULL,
  station uuid NOT NULL,
  day date NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  salt text NOT NULL,
  policy text NOT NULL,                                       -- the version of the published cost
  input bytea NOT NULL,                                       -- gzip of canonical JSON
  input_hash bytea NOT NULL,
  output_hash bytea NOT NULL,
  rung text NOT NULL CHECK (rung IN ('incremental', 'cold', 'greedy', 'desk')),
  steps integer NOT NULL,                                     -- of the search over teams, to run it again
  is_proven boolean NOT NULL,
  workers integer NOT NULL,
  seats integer NOT NULL,
  filled integer NOT NULL,
  cost bigint NOT NULL,
  bound jsonb NOT NULL,                                       -- {filled, cost}: what nothing could do better than
  written integer NOT NULL,                                   -- offers that could still be made when it was done
  milliseconds integer NOT NULL,
  fairness jsonb NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, station, day, number)
);

CREATE TABLE gig_offer (
  district text NOT NULL,
  id uuid NOT NULL,
  worker uuid NOT NULL,
  "order" uuid NOT NULL,
  station uuid NOT NULL,
  day date NOT NULL,
  way text NOT NULL CHECK (way IN ('batch', 'counter', 'replacement')),
  batch uuid,
  team uuid,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  offered_at timestamptz NOT NULL,
  offered_by text NOT NULL,
  answer_by timestamptz NOT NULL,
  answered_at timestamptz,
  reason text,                                                -- of a decline, a withdrawal, or of a placement by hand
  cost integer,
  parts jsonb,                                                -- the cost, component by component, and how contested the order was
  PRIMARY KEY (district, id),
  CHECK (way <> 'counter' OR reason IS NOT NULL OR state <> 'offered')
);
CREATE UNIQUE INDEX gig_offer_one ON gig_offer (district, worker) WHERE state = 'offered';
CREATE INDEX gig_offer_order ON gig_offer (district, "order", state);
CREATE INDEX gig_offer_worker ON gig_offer (district, worker, day);
CREATE INDEX gig_offer_waiting ON gig_offer (district, station, answer_by) WHERE state = 'offered';

-- Who stood further ahead in the line and could have taken an order that went to somebody by hand: they see the reason.
CREATE TABLE gig_passed_over (
  district text NOT NULL,
  worker uuid NOT NULL,
  offer uuid NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (district, worker, offer)
);

-- A person at an order: promised, then done, then paid.
CREATE TABLE gig_placement (
  district text NOT NULL,
  id uuid NOT NULL,                                           -- the accepted offer's
  worker uuid NOT NULL,
  "order" uuid NOT NULL,
  employer uuid NOT NULL,
  station uuid NOT NULL,
  day date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('placed', 'withdrawn', 'cancelled', 'no-show', 'started', 'finished')),
  reason text,
  placed_at timestamptz NOT NULL,
  insurance_told boolean NOT NULL,                            -- the worker was told, before taking it, whether there is insurance
  started_at timestamptz,
  started_by text CHECK (started_by IN ('code', 'foreman', 'counter')),
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('code', 'foreman', 'counter')),
  ended_why text CHECK (ended_why IN ('done', 'left-early', 'sent-home')), -- sent home by the employer: the promised pay stands
  break_minutes smallint,
  is_insured boolean,                                         -- as the shift began; null before
  withdrawn_at timestamptz,                                   -- when the worker took the promise back
  asked_at timestamptz,                                       -- the shift is over and nobody had said anything: both were asked
  replaces uuid,
  PRIMARY KEY (district, id),
  CHECK ((state = 'finished') = (ended_at IS NOT NULL))
);
CREATE INDEX gig_placement_worker ON gig_placement (district, worker, starts_at DESC);
CREATE INDEX gig_placement_order ON gig_placement (district, "order");
CREATE INDEX gig_placement_day ON gig_placement (district, day);
CREATE INDEX gig_placement_open ON gig_placement (district, ends_at) WHERE state IN ('placed', 'started');
CREATE INDEX gig_placement_employer ON gig_placement (district, employer, day);

-- Attendance that was said otherwise before: who changed it, when, and what stood there.
CREATE TABLE gig_attendance_change (
  district text NOT NULL,
  placement uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('foreman', 'counter')),
  by_key text NOT NULL,
  reason text NOT NULL,
  before jsonb NOT NULL,                                      -- {state, startedAt, endedAt, breakMinutes, why}
  after jsonb NOT NULL,
  PRIMARY KEY (district, placement, id)
);

-- What a finished shift earns and what became of it. Amounts as worked out from the attendance; the slip names each line.
CREATE TABLE gig_wage (
  district text NOT NULL,
  placement uuid NOT NULL,
  worker uuid NOT NULL,
  employer uuid NOT NULL,
  day date NOT NULL,
  minutes integer NOT NULL,
  overtime_minutes integer NOT NULL,
  lines jsonb NOT NULL,
  amount integer NOT NULL CHECK (amount >= 0),
  terms text NOT NULL,                                        -- the version of the terms it was worked out by
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('due', 'paid', 'confirmed', 'disputed', 'settled')),
  paid_amount integer,
  paid_at timestamptz,
  paid_by text,
  received_amount integer,                                    -- the worker's word
  confirmed_at timestamptz,
  reminded_on date,
  PRIMARY KEY (district, placement)
);
CREATE INDEX gig_wage_employer ON gig_wage (district, employer, due_on) WHERE state IN ('due', 'disputed');
CREATE INDEX gig_wage_worker ON gig_wage (district, worker, day DESC);

CREATE TABLE gig_complaint_year (
  district text NOT NULL,
  year smallint NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (district, year)
);
CREATE TABLE gig_complaint (
  district text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  about text NOT NULL CHECK (about IN ('wage', 'safety', 'conduct', 'fee', 'other')),
  worker uuid NOT NULL,
  employer uuid,
  placement uuid,
  station uuid NOT NULL,
  claimed integer,                                            -- fen in dispute
  text text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'mediation', 'settled', 'withdrawn', 'referred')),
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  due_on date NOT NULL,                                       -- the desk answers by then
  mediation_due_on date,                                      -- fifteen days (劳动争议调解仲裁法 第十四条)
  closed_at timestamptz,
  outcome text,
  settled_amount integer,
  PRIMARY KEY (district, id),
  UNIQUE (district, number)
);
CREATE UNIQUE INDEX gig_complaint_wage ON gig_complaint (district, placement) WHERE about = 'wage' AND state IN ('open', 'mediation');
CREATE INDEX gig_complaint_open ON gig_complaint (district, station, due_on) WHERE state IN ('open', 'mediation');
CREATE INDEX gig_complaint_worker ON gig_complaint (district, worker, opened_at DESC);
CREATE INDEX gig_complaint_employer ON gig_complaint (district, employer, opened_at DESC);
CREATE TABLE gig_complaint_step (
  district text NOT NULL,
  complaint uuid NOT NULL,
  number smallint NOT NULL,                                   -- in the order of its life
  at timestamptz NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('worker', 'employer', 'station', 'leye')),
  by_key text NOT NULL,
  code text NOT NULL,
  text text,
  PRIMARY KEY (district, complaint, number)
);

-- Ratings both ways, once a placement and side; the other side may answer once, and appeal, which a person decides.
CREATE TABLE gig_rating (
  district text NOT NULL,
  id uuid NOT NULL,                                           -- by which the rated side answers, without learning the placement
  placement uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('worker', 'employer')),  -- who rates
  worker uuid NOT NULL,
  employer uuid NOT NULL,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text text NOT NULL,
  never_again boolean NOT NULL,
  rated_at timestamptz NOT NULL,
  answer text,
  answered_at timestamptz,
  appeal_why text CHECK (appeal_why IN ('rude', 'false', 'not-about-work')),
  appeal text,
  appealed_at timestamptz,
  appeal_outcome text CHECK (appeal_outcome IN ('stands', 'removed')),
  appeal_reason text,
  appeal_decided_by text,
  appeal_decided_at timestamptz,
  PRIMARY KEY (district, placement, side),
  UNIQUE (district, id)
);
CREATE INDEX gig_rating_employer ON gig_rating (district, employer) WHERE side = 'worker';
CREATE INDEX gig_rating_worker ON gig_rating (district, worker) WHERE side = 'employer';
CREATE INDEX gig_rating_appeals ON gig_rating (district, appealed_at) WHERE appealed_at IS NOT NULL AND appeal_outcome IS NULL;

-- A service that a desk or the market itself gave: what figure 14 counts.
CREATE TABLE gig_service (
  district text NOT NULL,
  id uuid NOT NULL,
  worker uuid NOT NULL,
  service text NOT NULL CHECK (service IN ('placed', 'trained', 'advised', 'insured', 'aided')),
  day date NOT NULL,
  station uuid NOT NULL,
  desk text NOT NULL,                                         -- market, counter, first-aid, lost-wage, legal-aid, training, insurance
  note text NOT NULL,
  source text NOT NULL,                                       -- placement:<id>, desk
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  reversed_at timestamptz,
  reversed_why text,
  PRIMARY KEY (district, id)
);
CREATE INDEX gig_service_day ON gig_service (district, day, station);
CREATE INDEX gig_service_worker ON gig_service (district, worker, day);
CREATE UNIQUE INDEX gig_service_source ON gig_service (district, source, service) WHERE source <> 'desk' AND reversed_at IS NULL;

-- Series of services that look otherwise than people do: found by tests, looked into by a person.
CREATE TABLE gig_service_flag (
  district text NOT NULL,
  id uuid NOT NULL,
  test text NOT NULL,                                         -- burst, echo, round-the-clock, one-desk
  subject text NOT NULL,                                      -- who or what: a recorder, a worker, a desk
  day date NOT NULL,
  params jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('sound', 'reversed')),
  reason text,
  settled_by text,
  settled_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, test, subject, day)
);

-- Rules that officers change: the cost of matching, heat and cold, terms. The latest from a day on is in force; nothing is edited.
CREATE TABLE gig_rule (
  district text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('cost', 'weather', 'terms', 'fairness')),
  from_on date NOT NULL,
  id uuid NOT NULL,
  content jsonb NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (district, kind, from_on, id)
);

-- Temperatures as an officer or a weather service recorded them; the rules say what follows.
CREATE TABLE gig_weather (
  district text NOT NULL,
  day date NOT NULL,
  id uuid NOT NULL,
  highest numeric(4, 1) NOT NULL,
  lowest numeric(4, 1) NOT NULL,
  is_forecast boolean NOT NULL,
  source text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (district, day, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['gig_station', 'gig_station_day', 'gig_kiosk', 'gig_worker', 'gig_skill', 'gig_licence', 'gig_team', 'gig_team_member',
    'gig_order', 'gig_check_in', 'gig_batch', 'gig_offer', 'gig_passed_over', 'gig_placement', 'gig_attendance_change', 'gig_wage', 'gig_complaint_year',
    'gig_complaint', 'gig_complaint_step', 'gig_rating',
    'gig_service', 'gig_service_flag', 'gig_rule', 'gig_weather'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO leye_app', t);
  END LOOP;
END $$;

GRANT UPDATE ON gig_station, gig_station_day, gig_kiosk, gig_worker, gig_skill, gig_licence, gig_team, gig_team_member TO leye_app;
GRANT UPDATE ON gig_order, gig_check_in, gig_offer, gig_placement, gig_wage, gig_complaint_year, gig_complaint, gig_rating, gig_service, gig_service_flag TO leye_app;
GRANT DELETE ON gig_skill, gig_wage TO leye_app;
