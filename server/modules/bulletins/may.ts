import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';

/** The programme office makes bulletins. */
export const mayWrite = allow({ 'programme-office': 'district' });
/** Released ones are read by everybody who works on the programme; drafts only by who makes them. */
export const mayRead = allow(wholeProgramme);
/** Single records behind a difference: for those who may read records of the whole district. */
export const mayReadFacts = allow({
  'programme-office': 'district',
  liaison: 'district',
  leader: 'district',
  evaluator: 'district',
});
