-- Verifications of the audit log asked for in the office: how far each has come, and what it found. A convenience, not evidence:
-- the evidence is the log itself, the checkpoints and the witness outside (ADR 0003).
CREATE TABLE audit_verification (
  district text NOT NULL,
  id uuid NOT NULL,
  asked_by text NOT NULL,                                     -- actor
  asked_at timestamptz NOT NULL,
  done bigint NOT NULL DEFAULT 0,                             -- entries read so far, of about `total`
  total bigint NOT NULL DEFAULT 0,
  finished_at timestamptz,                                    -- null: waiting or under way
  result jsonb,                                               -- what verifyAudit answered
  PRIMARY KEY (district, id)
);

ALTER TABLE audit_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_verification FORCE ROW LEVEL SECURITY;
CREATE POLICY one_district ON audit_verification USING (district = (SELECT current_district())) WITH CHECK (district = (SELECT current_district()));

GRANT SELECT, INSERT, UPDATE ON audit_verification TO leye_app;
