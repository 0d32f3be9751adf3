-- A desk that looked into a complaint and found nothing to uphold says so: a state of its own, neither settled nor referred.

ALTER TABLE gig_complaint DROP CONSTRAINT gig_complaint_state_check;
ALTER TABLE gig_complaint ADD CONSTRAINT gig_complaint_state_check CHECK (
  state IN ('open', 'mediation', 'settled', 'dismissed', 'withdrawn', 'referred')
);
