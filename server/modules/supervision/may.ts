import { allow } from '../../kernel/actor/permission.ts';

/** Who was asked answers for their own unit; the programme office decides; a leader may give an instruction too. */
export const mayAnswer = allow({ liaison: 'own-unit' });
export const mayDecide = allow({ 'programme-office': 'district' });
export const mayInstruct = allow({ 'programme-office': 'district', leader: 'district' });
export const mayReadNotices = allow({
  'programme-office': 'district',
  liaison: 'district',
  leader: 'district',
  evaluator: 'district',
});
