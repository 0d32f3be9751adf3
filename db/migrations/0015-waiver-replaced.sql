-- A waiver stands while an ordinary close-out is applied for in its place: that is a state of its own.

ALTER TABLE close_out DROP CONSTRAINT close_out_state_check;
ALTER TABLE close_out ADD CONSTRAINT close_out_state_check CHECK (
  state IN ('open', 'applied', 'returned', 'withdrawn', 'approved', 'waiver-proposed', 'waived', 'waived-applied', 'reopened')
);
