-- A licence that once counted and no longer does reads otherwise than one that was never accepted.

ALTER TABLE gig_licence DROP CONSTRAINT gig_licence_state_check;
ALTER TABLE gig_licence ADD CONSTRAINT gig_licence_state_check CHECK (
  state IN ('claimed', 'checked', 'refused', 'withdrawn', 'replaced')
);
