import { said } from '../../../kernel/i18n/said.ts';

export const bulletins = Object.freeze({
  title: said('工作通报', 'Bulletins'),
  lead: said(
    '我们定期把承诺做到了哪一步写成通报。里面的数字都来自办过的事，发布以后不改；改了会说明为什么。',
    'From time to time we tell how far our promises have come. The numbers come from work that was done; once released they stay, and where one turns out different we say why.',
  ),
  description: said('就业友好型城市建设工作通报', 'Bulletins on the employment-friendly city programme'),
  none: said(
    '还没有公开的通报。每期通报发布以后，会列在这里。',
    'No bulletin is public yet. Each will be listed here once it is released.',
  ),
  listed: said('{span} · {number}，{day}发布', '{span} · {number}, released on {day}'),
  withdrawn: said('已撤回', 'withdrawn'),
  withdrawnWhy: said(
    '这期通报已于{day}撤回，里面的数字不再作数。原因：{why}',
    'This bulletin was withdrawn on {day}; its numbers no longer hold. Reason: {why}',
  ),
  fewWhy: said(
    '有的街道、乡镇人数少于五人，为保护个人信息不写出具体数字。',
    'Where fewer than five people are concerned, the number is not shown, so that nobody can be recognised.',
  ),
  back: said('回到全部通报', 'Back to all bulletins'),
  progress: said('看今天的进展', 'See progress as it is today'),
});
