-- The language that somebody signed in with last: messages are written to them in it.

ALTER TABLE resident ADD COLUMN language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en'));
GRANT UPDATE (language) ON resident TO leye_app;
