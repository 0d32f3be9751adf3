import type { Work } from '../../../kernel/command/command.ts';
import { type Said, said, say } from '../../../kernel/i18n/said.ts';
import { shippedTrades } from '../market/trades.ts';
import { tellResident } from '../tell.ts';

const subject: Said = said('您的证件', 'Your licence');
const texts = {
  checked: said(
    '【乐业】您的{licence}工作人员看过了，有效期到 {day}。要这个证的活可以派给您了。',
    'Leye: an officer has seen your licence ({licence}); it is valid until {day}. Work that needs it can be offered to you now.',
  ),
  refused: said(
    '【乐业】您报的{licence}没有通过，原因：{reason}。可以带原件到零工站窗口再看。',
    'Leye: your licence ({licence}) was not accepted, because: {reason}. You can bring the original to the station’s counter again.',
  ),
  corrected: said(
    '【乐业】您的{licence}有效期改为 {day}，原因：{reason}。不对的话，请到零工站窗口说。',
    'Leye: your licence ({licence}) is now down as valid until {day}, because: {reason}. If that is wrong, tell the station’s counter.',
  ),
  withdrawn: said(
    '【乐业】您的{licence}不再算数，原因：{reason}。要这个证的活不再派给您；不对的话，请带原件到零工站窗口。',
    'Leye: your licence ({licence}) no longer counts, because: {reason}. Work that needs it is not offered to you; if that is wrong, bring the original to the station’s counter.',
  ),
} as const;

/** A worker hears what was decided about a licence of theirs. */
export async function tellLicence(
  work: Work,
  { worker, licence }: { readonly worker: string; readonly licence: string },
  what: keyof typeof texts,
  { day = '', reason = '' }: { readonly day?: string; readonly reason?: string },
): Promise<void> {
  const name = shippedTrades().findLicence(licence)?.name ?? { zh: licence, en: licence };
  const text = { zh: say(texts[what], 'zh', { licence: name.zh }), en: say(texts[what], 'en', { licence: name.en }) };
  await tellResident(work, worker, { subject, text, params: { day, reason } });
}
