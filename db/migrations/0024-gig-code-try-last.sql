-- The last wrong code and where it was typed: a phone that sends the same again, because it heard no answer, has not tried again.
ALTER TABLE gig_code_try ADD COLUMN last text NOT NULL DEFAULT '';
