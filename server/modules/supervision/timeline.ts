import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { said, say } from '../../kernel/i18n/said.ts';
import { subjectsOf, type TimelineSource } from '../../kernel/timeline/source.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import { nameFrom, unitNames } from '../programme/module.ts';
import type { NoticeRow } from './contract.ts';
import { mayReadNotices } from './may.ts';
import { showNotices } from './show.ts';
import { noticesById } from './store.ts';
import { supervisionWords } from './words.ts';

/** Notices by what they are called, what they are about, whose they are and why they went out; hidden from whoever may not read them. */
export const supervisionTimeline: TimelineSource = {
  hidden: ({ actor }) =>
    decide(mayReadNotices, actor) === 'allowed' ? [] : ['notice-', 'answer-', 'clock-', 'quiet-', 'rules-'],
  matters: async (reading: Reading, subjects): Promise<ReadonlyMap<string, TimelineParams>> => {
    const notices = await showNotices(reading, await noticesById(reading.transaction, subjectsOf('notice', subjects)));
    if (notices.length === 0) return new Map();
    const nameOf = nameFrom(await unitNames(reading.transaction));
    return new Map(
      notices.map((notice) => [
        `notice:${notice.id}`,
        { notice: nameOfNotice(notice), title: notice.subjectTitle, unit: nameOf(notice.unit), why: notice.why },
      ]),
    );
  },
};

/** 督办通知〔2026〕第8号; reminders and urges carry no number. */
function nameOfNotice({ step, number }: NoticeRow) {
  const name = supervisionWords[`step.${step}`] ?? said(step, step);
  if (!number) return name;
  const text = said('{name}〔{year}〕第{no}号', '{name} 〔{year}〕 No. {no}');
  return {
    zh: say(text, 'zh', { ...number, name: name.zh }),
    en: say(text, 'en', { ...number, name: name.en }),
  };
}
