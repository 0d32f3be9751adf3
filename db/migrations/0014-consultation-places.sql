-- A confirmation is a place in the text that is followed through its edits; a paper published early keeps why.

ALTER TABLE opinion_sign_off
  ADD COLUMN span_from integer,                               -- the confirmed words, in the text of the version signed
  ADD COLUMN span_to integer,
  ADD CHECK ((span_from IS NULL) = (span_to IS NULL) AND (span_from IS NULL OR span_from < span_to));

ALTER TABLE opinion_check
  ADD COLUMN sign_off uuid,                                   -- an earlier confirmation whose passage stands in this version as it was signed
  ADD COLUMN stands_from integer,                             -- where its words stand here
  ADD COLUMN stands_to integer,
  ADD CHECK ((sign_off IS NULL) = (stands_from IS NULL) AND (sign_off IS NULL) = (stands_to IS NULL));

ALTER TABLE consultation ADD COLUMN published_reason text;    -- why before the due date with units silent, or before senders could answer

GRANT UPDATE (published_reason) ON consultation TO leye_app;
