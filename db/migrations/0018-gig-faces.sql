-- The faces of a gig station: what a device is for, who ended it, and where in the hall people find its desks.

ALTER TABLE gig_kiosk
  ADD COLUMN kind text NOT NULL DEFAULT 'kiosk' CHECK (kind IN ('kiosk', 'screen')),
  ADD COLUMN ended_by text;
CREATE INDEX gig_kiosk_station ON gig_kiosk (district, station) WHERE ended_at IS NULL;

ALTER TABLE gig_station ADD COLUMN desks jsonb NOT NULL DEFAULT '{}'; -- {<desk>: where it is, as people say it}
