-- What a batch came to, kept beside what it looked at: what people were told can be held against what comes out when it is run again.

ALTER TABLE gig_batch
  ADD COLUMN output bytea, -- gzip of canonical JSON whose SHA-256 is output_hash; null: kept before this was
  ADD COLUMN falls jsonb;  -- the rungs that were left before the one it ended on, and why; null: as above
