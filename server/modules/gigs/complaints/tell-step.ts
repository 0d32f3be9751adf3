import type { Work } from '../../../kernel/command/command.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import { tellEmployer, tellResident } from '../tell.ts';
import type { StepCode } from './contract.ts';
import type { KeptComplaint } from './store.ts';

/** What has happened, as both sides are told. What somebody wrote is read on the page, not in a text message. */
const happened: Readonly<Record<StepCode, Said>> = {
  opened: said('已立案，窗口最迟 {day} 处理', 'opened; the desk deals with it by {day}'),
  answered: said('用工单位已答复', 'the employer has answered'),
  noted: said('窗口有新的处理记录', 'the desk has noted something new'),
  mediation: said(
    '已转入调解，{day} 前没有达成协议的，可以申请仲裁',
    'is in mediation; without agreement by {day}, arbitration may be asked for',
  ),
  settled: said('已解决', 'settled'),
  dismissed: said(
    '窗口查过，没有查实，已结束；为什么，写在记录里。不同意的，可以找劳动保障监察',
    'was looked into and not upheld; the record says why. Whoever disagrees may go to labour inspection',
  ),
  withdrawn: said('已撤回', 'withdrawn'),
  referred: said('已移送劳动保障监察', 'referred to labour inspection'),
};

const asked: Said = said('进展', 'News of a complaint');

/** Both sides hear of a step, but not who took it of their own. */
export async function tellStep(
  work: Work,
  complaint: Pick<KeptComplaint, 'worker' | 'employer' | 'number'>,
  code: StepCode,
  day: string,
  by?: 'worker' | 'employer',
): Promise<void> {
  const what = happened[code];
  const told = {
    subject: asked,
    text: {
      zh: `【乐业】投诉 {number}：${what.zh}。详情见页面或问零工站窗口。`,
      en: `Leye: complaint {number}: ${what.en}. See the page or ask the station’s counter.`,
    },
    params: { number: complaint.number, day },
  };
  if (by !== 'worker') await tellResident(work, complaint.worker, told);
  if (by !== 'employer' && complaint.employer !== null) await tellEmployer(work, complaint.employer, told);
}
