import { type Said, said } from '../../../kernel/i18n/said.ts';

export const draftWords: Readonly<Record<string, Said>> = {
  'problem.draft-moved-on': said(
    '{name} 在 {at} 已经保存过这份草案（第 {revision} 稿），您的这次没有保存，填写的内容还在页面上。请对照后再保存。',
    '{name} saved this draft at {at} (revision {revision}). Yours was not saved and is still on the page: compare, then save again.',
  ),
  'problem.draft-closed': said(
    '这份草案已由 {name} 在 {at} {state}，不能再改。',
    'This draft was {state} by {name} at {at} and can no longer change.',
  ),
  'problem.draft-not-ready': said(
    '还不能确认：有 {errors} 处错误，{unconfirmed} 项没有人确认过。',
    'Not yet: {errors} {errors|error|errors}, and {unconfirmed} {unconfirmed|item|items} that nobody has confirmed.',
  ),
  'problem.programme-moved-on': said(
    '现行方案已是第 {version} 版，不是您看到的那一版。请先看看改了什么，再确认。',
    'Version {version} is in force now, not the one you saw. See what changed, then confirm.',
  ),
  'problem.unit-known-otherwise': said(
    '单位“{name}”已有代码 {known}，请沿用，不要改成 {code}：已有的记录都记在 {known} 名下。',
    'The unit “{name}” is known as {known}: keep that code instead of {code}, because records point at it.',
  ),
  'problem.no-such-side': said(
    '“{side}”写法不对，请写成 version:1、draft:编号 或 paper:编号。',
    '“{side}” is not known: write version:1, draft:ID or paper:ID.',
  ),
};
