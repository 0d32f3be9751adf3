-- Messages to people: written in the transaction of the work that causes them (that is the outbox), sent after it by a worker.

CREATE TABLE message (
  district text NOT NULL,
  id uuid NOT NULL,                                           -- the gateway gets it too, and so knows a message that comes twice
  channel text NOT NULL CHECK (channel IN ('sms', 'mail')),
  recipient bytea NOT NULL,                                   -- sealed: a mobile number or an e-mail address
  subject text NOT NULL,
  body text NOT NULL,                                         -- holds no personal number and no address
  state text NOT NULL CHECK (state IN ('kept', 'waiting', 'sending', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,                        -- ever; tells a worker that came back late from the one after it
  tries_left integer NOT NULL,                                -- before Leye gives up; asking for another try fills it up again
  next_at timestamptz,                                        -- waiting: not before
  attempted_at timestamptz,
  settled_at timestamptz,                                     -- sent or failed
  reason text,                                                -- why the last attempt did not succeed: a code, never a server's own words
  reason_number integer,                                      -- the HTTP status or SMTP code
  caused_by text NOT NULL,                                    -- actor
  created_at timestamptz NOT NULL,
  PRIMARY KEY (district, id),
  CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
  CHECK ((state IN ('sent', 'failed')) = (settled_at IS NOT NULL)),
  CHECK (state <> 'failed' OR reason IS NOT NULL)
);
CREATE INDEX message_state ON message (district, state, id);

ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON message USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));

GRANT SELECT, INSERT ON message TO leye_app;
GRANT UPDATE (state, attempts, tries_left, next_at, attempted_at, settled_at, reason, reason_number) ON message TO leye_app;
