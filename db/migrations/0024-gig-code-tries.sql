-- Codes of teams are limited like those of sites, each by themselves. The last wrong one: a phone that sends the same again, because it heard
-- no answer, has not tried again.
ALTER TABLE gig_code_try
  ADD COLUMN kind text NOT NULL DEFAULT 'site' CHECK (kind IN ('site', 'team')),
  ADD COLUMN last text NOT NULL DEFAULT '',
  DROP CONSTRAINT gig_code_try_pkey,
  ADD PRIMARY KEY (district, worker, kind);
