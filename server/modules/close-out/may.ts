import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';

/** The lead unit applies, the programme office decides, a leader signs a waiver; everybody who works on the programme may read. */
export const mayApply = allow({ liaison: 'own-unit' });
export const mayDecide = allow({ 'programme-office': 'district' });
export const maySign = allow({ leader: 'district' });
export const mayReadCloseOuts = allow(wholeProgramme);
