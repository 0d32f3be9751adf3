-- People: accounts and sessions, staff and what they may do, programs that call the interface.

-- Accounts are the platform's, not a district's, and have no row-level security: better-auth asks with SQL of its own outside any
-- district's transaction, and an e-mail address signs in once on the whole platform. What a person may do is a district's
-- (staff_grant below), so an account alone opens nothing. The shapes are better-auth's (a test asks its own check), kept by hand.
CREATE TABLE "user" (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,                                 -- lower case
  email_verified boolean NOT NULL DEFAULT false,              -- vouched for by who created the account
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  two_factor_enabled boolean DEFAULT false,
  user_name text UNIQUE CHECK (user_name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  one_time_until timestamptz,                                 -- the password was handed out: change it before then; null: own password
  is_demo boolean NOT NULL DEFAULT false                      -- works in demonstration mode only, without a second factor
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  token text NOT NULL UNIQUE,                                 -- worthless without its signature in the cookie
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL,                            -- last seen, to some minutes
  ip_address text,
  user_agent text,
  user_id uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  assurance text NOT NULL CHECK (assurance IN ('password', 'second-factor', 'identity-provider'))
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  account_id text NOT NULL,                                   -- the provider's name for the person; for a password the user's id
  provider_id text NOT NULL,                                  -- credential, or identity-provider
  user_id uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,                                              -- scrypt, salted
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX account_of_user ON account (user_id);

CREATE TABLE verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

CREATE TABLE two_factor (
  id uuid PRIMARY KEY,
  secret text NOT NULL,                                       -- encrypted
  backup_codes text NOT NULL,                                 -- encrypted
  user_id uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX two_factor_secret ON two_factor (secret);
CREATE INDEX two_factor_of_user ON two_factor (user_id);

-- How often somebody tried to sign in, by account and by address; here, so that a restart does not begin to count anew.
CREATE TABLE sign_in_attempt (
  subject bytea PRIMARY KEY,                                  -- keyed hash of the name typed, or of the address
  failures integer NOT NULL,
  since timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_since ON sign_in_attempt (since);

CREATE TABLE staff (
  district text NOT NULL,
  account uuid NOT NULL,                                      -- "user".id
  name text NOT NULL,
  unit text,                                                  -- where the person works; what they may do is staff_grant
  invited_by text NOT NULL,                                   -- actor
  invited_at timestamptz NOT NULL,
  suspended_at timestamptz,
  suspended_why text,
  PRIMARY KEY (district, account)
);
CREATE INDEX staff_name ON staff (district, name, account);

CREATE TABLE staff_grant (
  district text NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  role text NOT NULL,
  unit text,
  area text,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  ended_by text,
  ended_at timestamptz,
  PRIMARY KEY (district, id),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX staff_grant_account ON staff_grant (district, account) INCLUDE (role, unit, area) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX staff_grant_once ON staff_grant (district, account, role, coalesce(unit, ''), coalesce(area, '')) WHERE ended_at IS NULL;

-- Programs of other systems. Their grants are written once: a program that needs others gets a new token.
CREATE TABLE api_client (
  district text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,                                  -- SHA-256 of 256 random bits; the token itself is shown once
  grants jsonb NOT NULL,                                      -- [{role, unit?, area?}]
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_by text,
  revoked_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, token_hash)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'staff_grant', 'api_client'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "user", session, account, verification, two_factor, sign_in_attempt TO leye_app;
GRANT SELECT, INSERT, UPDATE ON staff TO leye_app;
GRANT SELECT, INSERT ON staff_grant, api_client TO leye_app;
GRANT UPDATE (ended_by, ended_at) ON staff_grant TO leye_app;
GRANT UPDATE (revoked_by, revoked_at) ON api_client TO leye_app;
