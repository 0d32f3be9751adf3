-- The kernel: districts, idempotency, audit, facts. Grants are part of the schema: the application role leye_app owns nothing,
-- may only insert and read what must never change, and sees one district at a time (row-level security on app.district).
-- Rules for Citus: district first in every key, no triggers, ids made by the application.

CREATE TABLE district (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),          -- GB/T 2260, e.g. 110112
  name_zh text NOT NULL,
  name_en text NOT NULL,
  host text UNIQUE,                                           -- public host name that opens this district; null: the first district
  starts_on date NOT NULL,                                    -- first day that the programme counts
  boundary jsonb,                                             -- GeoJSON, WGS-84; null: drawn without an outline
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION current_district() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.district', true), '');

-- Areas and units: what records point at.
CREATE TABLE area (
  district text NOT NULL,
  code text NOT NULL,                                         -- 12-digit division code
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('county', 'town', 'village')),
  parent text,
  longitude double precision,                                 -- WGS-84
  latitude double precision,
  PRIMARY KEY (district, code)
);

CREATE TABLE unit (
  district text NOT NULL,
  code text NOT NULL,                                         -- stable short name, e.g. human-resources
  name text NOT NULL,                                         -- as printed in the policy paper
  area text,                                                  -- for a street office or town government: its area
  PRIMARY KEY (district, code),
  UNIQUE (district, name)
);

-- Idempotency: the key is stored in the transaction of its effect.
CREATE TABLE command_key (
  district text NOT NULL,
  actor text NOT NULL,
  command text NOT NULL,
  key text NOT NULL,
  content_hash text NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (district, actor, command, key)
);

-- Audit: several hash-linked lanes a district, so that commands do not queue behind one chain head. ADR 0003.
CREATE TABLE audit_lane (
  district text NOT NULL,
  lane smallint NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (district, lane)
);

CREATE TABLE audit_entry (
  district text NOT NULL,
  lane smallint NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,                                       -- the command's name, or e.g. sign-in
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  content text NOT NULL,                                      -- canonical JSON; the hash covers exactly these bytes
  previous bytea NOT NULL,
  hash bytea NOT NULL,                                        -- sha256(previous || content)
  PRIMARY KEY (district, lane, seq)
);
CREATE INDEX audit_entry_at ON audit_entry (district, at DESC, id DESC);

CREATE TABLE audit_checkpoint (
  district text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  heads jsonb NOT NULL,                                       -- [{lane, seq, hash}] of every lane
  previous text NOT NULL,                                     -- hash of the checkpoint before
  hash text NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (district, id)
);

-- Facts: append-only. effect says what a row does to the count; settles names the fact it ends or reverses.
CREATE TABLE fact (
  district text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  variant text NOT NULL,                                      -- the kind's own category, '' where it has none
  day date NOT NULL,                                          -- the day it counts on, not the day it was typed
  town text NOT NULL,                                         -- 12-digit code, '' for the whole district
  place text NOT NULL,                                        -- community or site, '' where none
  unit text NOT NULL,
  quantity numeric(18, 2) NOT NULL,
  effect text NOT NULL CHECK (effect IN ('count', 'duplicate', 'end', 'reverse')),
  stated numeric(18, 2) NOT NULL,                             -- what the record says; a duplicate states 1 and counts 0
  settles uuid,
  once bytea,                                                 -- hash of what may count only once, or of a series
  record_type text NOT NULL,
  record uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX fact_list ON fact (district, kind, day DESC, id DESC) WHERE effect = 'count';
CREATE INDEX fact_list_town ON fact (district, kind, town, day DESC, id DESC) WHERE effect = 'count';
CREATE INDEX fact_record ON fact (district, record);
CREATE INDEX fact_once ON fact (district, kind, once, day) WHERE once IS NOT NULL;
CREATE INDEX fact_correction ON fact (district, kind, recorded_at DESC) WHERE effect = 'reverse';

-- Who holds the right to count once. Freed when the counting fact is reversed.
CREATE TABLE fact_claim (
  district text NOT NULL,
  kind text NOT NULL,
  once bytea NOT NULL,
  fact uuid NOT NULL,
  PRIMARY KEY (district, kind, once)
);

-- Until when a settled fact counts: [day, until). A reversed fact has until = day, so it never counted; 'infinity' counts again.
CREATE TABLE fact_span (
  district text NOT NULL,
  fact uuid NOT NULL,
  until date NOT NULL,
  settled_by uuid NOT NULL,
  PRIMARY KEY (district, fact)
);

-- Not yet rolled up. Written with the fact, moved by fold_facts; rollup + tail is always the whole. ADR 0002.
CREATE TABLE fact_tail (
  district text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  variant text NOT NULL,
  day date NOT NULL,
  town text NOT NULL,
  place text NOT NULL,                                        -- '' unless the kind is counted by place
  unit text NOT NULL,
  quantity numeric NOT NULL,
  facts integer NOT NULL,                                     -- +1 a counting fact, -1 its end or reversal
  duplicates integer NOT NULL,
  corrections integer NOT NULL,
  late integer NOT NULL,                                      -- arrived more than 30 days after their day
  last_at timestamptz,                                        -- when the latest of them arrived
  PRIMARY KEY (district, id)
);
ALTER TABLE fact_tail SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

CREATE TABLE fact_rollup (
  district text NOT NULL,
  kind text NOT NULL,
  grain char(1) NOT NULL CHECK (grain IN ('D', 'M')),         -- day, or month (day = its first)
  day date NOT NULL,
  variant text NOT NULL,
  town text NOT NULL,
  unit text NOT NULL,
  place text NOT NULL,
  quantity numeric NOT NULL,
  facts bigint NOT NULL,
  duplicates bigint NOT NULL,
  corrections bigint NOT NULL,
  late bigint NOT NULL,
  last_at timestamptz,
  PRIMARY KEY (district, kind, grain, day, variant, town, unit, place)
) WITH (fillfactor = 80);

-- Locks on things by name (kernel/database/lock.ts): rows that are removed in the transaction that wrote them, so it is always empty.
CREATE UNLOGGED TABLE key_lock (
  district text NOT NULL,
  what text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (district, what, key)
);
ALTER TABLE key_lock SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- Appends facts given as a JSON array of rows; in the caller's transaction, under the caller's rights.
-- A row with "once" and no "settles" competes for its claim: the loser is kept as a duplicate that counts nothing.
CREATE FUNCTION append_facts(p_district text, p_facts jsonb, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(p_facts) f WHERE (f ->> 'claims')::boolean) THEN
    INSERT INTO fact_claim (district, kind, once, fact)
    SELECT p_district, f.kind, decode(f.once, 'hex'), f.id
    FROM jsonb_to_recordset(p_facts) AS f (id uuid, kind text, once text, claims boolean)
    WHERE f.claims
    ORDER BY f.kind, f.once, f.id
    ON CONFLICT (district, kind, once) DO NOTHING;
  END IF;

  INSERT INTO fact (district, id, kind, variant, day, town, place, unit, quantity, effect, stated, settles, once, record_type, record, recorded_at)
  SELECT p_district, f.id, f.kind, f.variant, f.day, f.town, f.place, f.unit,
         CASE WHEN f.claims AND c.fact IS NULL THEN 0 ELSE f.quantity END,
         CASE WHEN f.claims AND c.fact IS NULL THEN 'duplicate' ELSE f.effect END,
         f.quantity, f.settles, decode(f.once, 'hex'), f.record_type, f.record, p_at
  FROM jsonb_to_recordset(p_facts) AS f (id uuid, kind text, variant text, day date, town text, place text, unit text, quantity numeric,
       effect text, settles uuid, once text, claims boolean, record_type text, record uuid)
  LEFT JOIN fact_claim c ON f.claims AND c.district = p_district AND c.kind = f.kind AND c.once = decode(f.once, 'hex') AND c.fact = f.id;

  INSERT INTO fact_tail (district, kind, variant, day, town, place, unit, quantity, facts, duplicates, corrections, late, last_at)
  SELECT p_district, f.kind, f.variant, f.day, f.town, CASE WHEN f.by_place THEN f.place ELSE '' END, f.unit,
         sum(CASE WHEN f.claims AND c.fact IS NULL THEN 0 ELSE f.quantity END),
         sum(CASE WHEN f.claims AND c.fact IS NULL THEN 0 ELSE f.facts END),
         sum(CASE WHEN f.claims AND c.fact IS NULL THEN 1 ELSE coalesce(f.duplicates, 0) END),
         sum(CASE WHEN f.effect = 'reverse' AND f.facts = -1 THEN 1 ELSE 0 END),
         sum(CASE WHEN f.effect = 'count' AND (p_at AT TIME ZONE 'Asia/Shanghai')::date - f.day > 30 THEN 1 ELSE 0 END),
         max(CASE WHEN f.effect = 'count' THEN p_at END)
  FROM jsonb_to_recordset(p_facts) AS f (id uuid, kind text, variant text, day date, town text, place text, unit text, quantity numeric,
       effect text, facts integer, duplicates integer, once text, claims boolean, by_place boolean)
  LEFT JOIN fact_claim c ON f.claims AND c.district = p_district AND c.kind = f.kind AND c.once = decode(f.once, 'hex') AND c.fact = f.id
  GROUP BY f.kind, f.variant, f.day, f.town, CASE WHEN f.by_place THEN f.place ELSE '' END, f.unit;

  INSERT INTO fact_span (district, fact, until, settled_by)
  SELECT p_district, f.span_of, f.until, f.id
  FROM jsonb_to_recordset(p_facts) AS f (id uuid, span_of uuid, until date)
  WHERE f.span_of IS NOT NULL
  ON CONFLICT (district, fact) DO UPDATE SET until = excluded.until, settled_by = excluded.settled_by;
END $$;

-- Appends one audit entry to a free lane and links it. Returns the lane and its new sequence number.
CREATE FUNCTION append_audit(p_district text, p_id uuid, p_at timestamptz, p_actor text, p_action text, p_outcome text, p_content text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE l smallint; s bigint; h bytea; n bytea;
BEGIN
  SELECT lane, seq, hash INTO l, s, h FROM audit_lane WHERE district = p_district ORDER BY lane LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF l IS NULL THEN                                           -- every lane busy: wait for one by chance
    SELECT lane, seq, hash INTO l, s, h FROM audit_lane
    WHERE district = p_district AND lane = (('x' || substr(md5(p_id::text), 1, 4))::bit(16)::int % 16) FOR UPDATE;
  END IF;
  IF l IS NULL THEN RAISE EXCEPTION 'district % has no audit lanes', p_district; END IF;
  n := sha256(h || convert_to(p_content, 'UTF8'));
  INSERT INTO audit_entry (district, lane, seq, id, at, actor, action, outcome, content, previous, hash)
  VALUES (p_district, l, s + 1, p_id, p_at, p_actor, p_action, p_outcome, p_content, h, n);
  UPDATE audit_lane SET seq = s + 1, hash = n WHERE district = p_district AND lane = l;
END $$;

-- The end of every command, in one round trip: facts, the idempotency key with its answer, the audit entry.
CREATE FUNCTION settle_command(p_district text, p_id uuid, p_at timestamptz, p_actor text, p_command text, p_key text, p_hash text,
  p_answer jsonb, p_content text, p_facts jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_facts IS NOT NULL THEN PERFORM append_facts(p_district, p_facts, p_at); END IF;
  IF p_key IS NOT NULL THEN
    INSERT INTO command_key (district, actor, command, key, content_hash, answer, at)
    VALUES (p_district, p_actor, p_command, p_key, p_hash, p_answer, p_at);
  END IF;
  PERFORM append_audit(p_district, p_id, p_at, p_actor, p_command, 'done', p_content);
END $$;

-- Moves at most p_limit tail rows into the rollup. One folder a district at a time; readers see before or after, never between.
CREATE FUNCTION fold_facts(p_district text, p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE moved uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('fold_facts'), hashtext(p_district)) THEN RETURN 0; END IF;
  SELECT array_agg(id) INTO moved FROM (SELECT id FROM fact_tail WHERE district = p_district LIMIT p_limit) t;
  IF moved IS NULL THEN RETURN 0; END IF;
  INSERT INTO fact_rollup AS r (district, kind, grain, day, variant, town, unit, place, quantity, facts, duplicates, corrections, late, last_at)
  SELECT district, kind, 'D', day, variant, town, unit, place, sum(quantity), sum(facts), sum(duplicates), sum(corrections), sum(late), max(last_at)
  FROM fact_tail WHERE district = p_district AND id = ANY (moved) GROUP BY district, kind, day, variant, town, unit, place
  ON CONFLICT (district, kind, grain, day, variant, town, unit, place)
  DO UPDATE SET quantity = r.quantity + excluded.quantity, facts = r.facts + excluded.facts, duplicates = r.duplicates + excluded.duplicates,
    corrections = r.corrections + excluded.corrections, late = r.late + excluded.late, last_at = greatest(r.last_at, excluded.last_at);
  INSERT INTO fact_rollup AS r (district, kind, grain, day, variant, town, unit, place, quantity, facts, duplicates, corrections, late, last_at)
  SELECT district, kind, 'M', date_trunc('month', day)::date, variant, town, unit, place, sum(quantity), sum(facts), sum(duplicates), sum(corrections), sum(late), max(last_at)
  FROM fact_tail WHERE district = p_district AND id = ANY (moved) GROUP BY district, kind, date_trunc('month', day), variant, town, unit, place
  ON CONFLICT (district, kind, grain, day, variant, town, unit, place)
  DO UPDATE SET quantity = r.quantity + excluded.quantity, facts = r.facts + excluded.facts, duplicates = r.duplicates + excluded.duplicates,
    corrections = r.corrections + excluded.corrections, late = r.late + excluded.late, last_at = greatest(r.last_at, excluded.last_at);
  DELETE FROM fact_tail WHERE district = p_district AND id = ANY (moved);
  RETURN cardinality(moved);
END $$;

-- Row-level security: one district at a time, nothing without one.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['area', 'unit', 'command_key', 'audit_lane', 'audit_entry', 'audit_checkpoint', 'fact', 'fact_claim', 'fact_span',
    'fact_tail', 'fact_rollup', 'key_lock'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY one_district ON %I USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()))', t);
  END LOOP;
END $$;

GRANT SELECT ON district TO leye_app;
GRANT SELECT, INSERT, UPDATE ON area, unit TO leye_app;
GRANT SELECT, INSERT ON command_key TO leye_app;
GRANT SELECT, INSERT ON audit_entry, audit_checkpoint TO leye_app;
GRANT SELECT, UPDATE ON audit_lane TO leye_app;
GRANT SELECT, INSERT ON fact TO leye_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fact_claim TO leye_app;
GRANT SELECT, INSERT, UPDATE ON fact_span TO leye_app;
GRANT SELECT, INSERT, DELETE ON fact_tail TO leye_app;
GRANT SELECT, INSERT, UPDATE ON fact_rollup TO leye_app;
GRANT SELECT, INSERT, DELETE ON key_lock TO leye_app;
