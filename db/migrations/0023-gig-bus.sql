-- When the employer's bus leaves the station. Null where that was never said: then it is reckoned from the way.
ALTER TABLE gig_order ADD COLUMN bus_leaves_at timestamptz;
