import { said } from '../../../kernel/i18n/said.ts';

/** What could be changed after a round that found nothing: on the page of today, and beside the very field. */
export const tipWords = {
  toDistance: said('把最远距离改到 {km} 公里', 'Go up to {km} km'),
  toPay: said('把最少要的钱改到一天 {yuan} 元', 'Take {yuan} yuan a day'),
  toShift: said('把{shift}也选上', 'Choose the {shift} too'),
  toTrade: said('会{trade}？去勾上', 'Can you do this: {trade}? Tick it'),
  toTeam: said('看我的队：可以退出，或者分成小队', 'See my team: leave it, or make it smaller'),
  toLevel: said('看看我填的干得怎么样', 'Look at how well I said I can do it'),
  toLicence: said('我有{licence}，报上去', 'I hold this: {licence}'),
  counter: said(
    '回绝过的单还想去，到窗口说一声，工作人员能给您安排。',
    'To take one that you declined after all, tell the counter: an officer can arrange it.',
  ),
  isDone: said('您已经改了，下一轮就按新的找。', 'You have changed that; the next round goes by it.'),

  setDistance: said('改“最远愿意去多远”', 'Change how far I would go'),
  setPay: said('改“最少要多少元”', 'Change the least I take'),
  setShifts: said('改“什么时候能干”', 'Change when I can work'),
  setTrades: said('改“会干的活”', 'Change what I can do'),

  morning: said('早班', 'morning shift'),
  midday: said('午班', 'midday shift'),
  evening: said('晚班', 'evening shift'),
  night: said('夜班', 'night shift'),

  atDistance: said(
    '上一轮：能到 {km} 公里，就有活。下面已经选上 {km} 公里（原来是 {own} 公里），点“保存”才算改。',
    'Last round: up to {km} km there would have been work. {km} km is chosen below (it was {own} km); it counts once you save.',
  ),
  atPay: said(
    '上一轮：一天 {yuan} 元也愿意，就有活。下面已经填上 {yuan} 元（原来是 {own} 元），点“保存”才算改。',
    'Last round: for {yuan} yuan a day there would have been work. {yuan} is filled in below (it was {own}); it counts once you save.',
  ),
  atShift: said(
    '上一轮：{shift}也可以，就有活。下面已经勾上{shift}，点“保存”才算改。',
    'Last round: with the {shift} there would have been work. It is ticked below; it counts once you save.',
  ),
  atTrade: said(
    '上一轮缺人的活：{trade}。会干就在下面勾上，再点“保存”。',
    'Needed in the last round: {trade}. If you can do it, tick it below and save.',
  ),
  atLevel: said(
    '上一轮要的是“{level}”。请照实选，工作人员会看。',
    'Asked for in the last round: “{level}”. Say what is true; an officer looks at it.',
  ),
  atLicence: said(
    '上一轮：有{licence}，就有活。有证就在下面报上去，再带到窗口看。',
    'Last round: with this licence there would have been work: {licence}. If you hold it, say so below and bring it to the counter.',
  ),
} as const;
