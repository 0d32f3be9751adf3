-- Residents and employers: people known to the city once, how they sign in, and the employers they act for. ADR 0015.

CREATE TABLE resident (
  district text NOT NULL,
  id uuid NOT NULL,
  name bytea,                                                 -- sealed; null: signed in by code and never said
  mobile bytea,                                               -- sealed; null: registered at a counter without one, or the number is another's now
  mobile_index bytea,
  id_number bytea,                                            -- sealed; only where a counter has seen the card
  id_number_index bytea,
  birth_year smallint CHECK (birth_year BETWEEN 1880 AND 2100),
  sex text CHECK (sex IN ('female', 'male')),
  registered_at timestamptz NOT NULL,
  registered_by text NOT NULL,                                -- actor
  PRIMARY KEY (district, id),
  CHECK ((mobile IS NULL) = (mobile_index IS NULL) AND (id_number IS NULL) = (id_number_index IS NULL))
);
CREATE UNIQUE INDEX resident_mobile ON resident (district, mobile_index) WHERE mobile_index IS NOT NULL;
CREATE UNIQUE INDEX resident_id_number ON resident (district, id_number_index) WHERE id_number_index IS NOT NULL;

CREATE TABLE resident_session (
  district text NOT NULL,
  id uuid NOT NULL,
  resident uuid NOT NULL,
  token_hash bytea NOT NULL,                                  -- SHA-256 of 256 random bits; the token is in the cookie only
  device text NOT NULL CHECK (device IN ('phone', 'computer')),
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,                               -- to a day
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, token_hash)
);
CREATE INDEX resident_session_of ON resident_session (district, resident);
CREATE INDEX resident_session_expiry ON resident_session (district, expires_at);

-- The one code that a number can sign in with now.
CREATE TABLE sign_in_code (
  district text NOT NULL,
  mobile_index bytea NOT NULL,
  code bytea NOT NULL,                                        -- keyed hash
  tries smallint NOT NULL,                                    -- counted before the code is looked at
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (district, mobile_index)
);
CREATE INDEX sign_in_code_expiry ON sign_in_code (district, expires_at);

CREATE TABLE employer (
  district text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  credit_code text NOT NULL,                                  -- 统一社会信用代码, GB 32100; public
  state text NOT NULL CHECK (state IN ('registered', 'verified', 'refused')),
  decided_by text,                                            -- actor
  decided_by_name text,
  decided_at timestamptz,
  reason text,                                                -- why it was refused
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  UNIQUE (district, credit_code),
  CHECK ((state = 'registered') = (decided_at IS NULL) AND (state = 'refused') = (reason IS NOT NULL))
);
CREATE INDEX employer_state ON employer (district, state, id);

CREATE TABLE employer_member (
  district text NOT NULL,
  id uuid NOT NULL,
  employer uuid NOT NULL,
  resident uuid NOT NULL,
  acts_as text NOT NULL CHECK (acts_as IN ('manager', 'foreman')),
  since timestamptz NOT NULL,
  added_by text NOT NULL,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (district, id),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX employer_member_once ON employer_member (district, resident, employer) WHERE ended_at IS NULL;
CREATE INDEX employer_member_of ON employer_member (district, employer) WHERE ended_at IS NULL;

-- Somebody who registers an employer that is here already asks to act for it too.
CREATE TABLE employer_request (
  district text NOT NULL,
  id uuid NOT NULL,
  employer uuid NOT NULL,
  resident uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('manager', 'foreman', 'declined')),
  decided_by text,
  decided_at timestamptz,
  PRIMARY KEY (district, id),
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX employer_request_once ON employer_request (district, employer, resident) WHERE decision IS NULL;
CREATE INDEX employer_request_by ON employer_request (district, resident) WHERE decision IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['resident', 'resident_session', 'sign_in_code', 'employer', 'employer_member', 'employer_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO leye_app', t);
  END LOOP;
END $$;

GRANT UPDATE (name, mobile, mobile_index, id_number, id_number_index, birth_year, sex) ON resident TO leye_app;
GRANT UPDATE (seen_at, expires_at), DELETE ON resident_session TO leye_app;
GRANT UPDATE (code, tries, expires_at), DELETE ON sign_in_code TO leye_app;
GRANT UPDATE (name, state, decided_by, decided_by_name, decided_at, reason) ON employer TO leye_app;
GRANT UPDATE (acts_as, ended_at, ended_by) ON employer_member TO leye_app;
GRANT UPDATE (decision, decided_by, decided_at) ON employer_request TO leye_app;

-- What is worth something to whoever reads it, as a code is, is shown to nobody once it has left the house.
ALTER TABLE message ADD COLUMN is_secret boolean NOT NULL DEFAULT false;
