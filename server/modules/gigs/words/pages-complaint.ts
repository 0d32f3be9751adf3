import { said } from '../../../kernel/i18n/said.ts';

/** A complaint as both sides read it on the portal. Its ends are called as the office calls them. */
export const complaintWords = {
  title: said('投诉 {number}：{about}', 'Complaint {number}: {about}'),
  wage: said('工钱', 'Pay'),
  safety: said('安全', 'Safety'),
  conduct: said('对人不好', 'Conduct'),
  fee: said('乱收费', 'Fees'),
  otherAbout: said('别的', 'Something else'),

  open: said('在办，{day} 前答复', 'open; answer due by {day}'),
  mediation: said('调解中', 'in mediation'),
  settled: said('已解决', 'settled'),
  dismissed: said('没有查实', 'not upheld'),
  withdrawn: said('已撤回', 'withdrawn'),
  referred: said('已移送', 'referred'),
  closedOn: said('{state}，{day}', '{state} on {day}'),

  term: said('窗口最迟 {day} 答复。', 'The desk answers by {day}.'),
  termOver: said(
    '窗口该在 {day} 前答复，已经超期 {n} 个工作日。请打零工站的电话催。',
    'The desk was to answer by {day} and is {n} working {n|day|days} late. Ring the station and ask.',
  ),
  mediationTerm: said(
    '调解到 {day} 为止。到时没谈成，可以申请仲裁。',
    'Mediation lasts until {day}. Without agreement by then, arbitration may be asked for.',
  ),
  mediationOver: said(
    '调解的期限 {day} 已过，没谈成，可以申请仲裁。',
    'Mediation’s term ended on {day}. Without agreement, arbitration may be asked for.',
  ),
  said: said('您怎么说的', 'What you said'),
  missing: said('说少了 {yuan} 元', '{yuan} yuan are said to be missing'),
  agreed: said('商定 {yuan} 元', '{yuan} yuan agreed'),
  steps: said('办理经过', 'What has happened'),
  turn: said('还可以找谁', 'Where else you can turn'),
  inspection: said(
    '单位侵犯了您干活的权益，两年以内都可以向劳动保障监察投诉（《劳动保障监察条例》第九条、第二十条）。',
    'If an employer has violated your rights at work, you may complain to labour inspection within two years (Regulations on Labour Security Supervision, arts. 9 and 20).',
  ),
  call: said('打 12333', 'Ring 12333'),
  toShift: said('看这份活和工资条', 'See the shift and its slip'),
  read: said('看办到哪一步', 'See how it stands'),

  you: said('您', 'You'),
  we: said('我们', 'We'),
  worker: said('工友', 'The worker'),
  employer: said('用工单位', 'The employer'),
  station: said('零工站', 'The station'),
  leye: said('系统', 'Leye'),
  stepOpened: said('{who}提出投诉', '{who} complained'),
  stepAnswered: said('{who}答复', '{who} answered'),
  stepNoted: said('{who}记录', '{who} noted'),
  stepMediation: said('{who}转入调解', '{who} took it to mediation'),
  stepSettled: said('双方谈好，{who}办结', '{who} settled it as both agreed'),
  stepPaid: said('钱付到了，双方都说清了', 'The money arrived, as both sides say'),
  stepDismissed: said('{who}查过，没有查实', '{who} looked into it and did not uphold it'),
  stepWithdrawn: said('{who}撤回投诉', '{who} withdrew it'),
  stepReferred: said('{who}移送劳动保障监察', '{who} referred it to labour inspection'),
  openedAtCounter: said('{who}在窗口提出，窗口代记', '{who} complained at the counter, which wrote it down'),
  withdrawnAtCounter: said('{who}在窗口撤回', '{who} withdrew it at the counter'),
} as const;
