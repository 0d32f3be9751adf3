-- When a desk gave a service: without network it is written down at the desk and comes in later. Null where that was never said; then it
-- came in as it was given.
ALTER TABLE gig_service ADD COLUMN given_at timestamptz;
