import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { CloseOutMark } from '../../close-out/contract.ts';
import { gradeWords } from '../../close-out/module.ts';
import { closeOuts } from '../words.ts';

/** What was closed out of a task, and how: kept, waived with the reason, or reopened. Nothing where nothing was. */
export function CloseOuts({ marks, measure, language }: { marks: readonly CloseOutMark[]; measure: number; language: Language }) {
  const own = marks.filter((mark) => mark.measure === measure);
  if (own.length === 0) return null;
  return (
    <ul class="close-outs">
      {own.map((mark) => (
        <li key={mark.period}>
          <Told mark={mark} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Told({ mark: { state, period, grade, waiver }, language }: { mark: CloseOutMark; language: Language }) {
  const params = {
    period: period === 'programme' ? say(closeOuts.whole, language) : say(closeOuts.year, language, { year: period }),
    grade: grade ? say(gradeWords[grade], language) : '',
  };
  if (state === 'approved') return <>✓ {say(closeOuts.approved, language, params)}</>;
  if (state === 'reopened') return <>↺ {say(closeOuts.reopened, language, params)}</>;
  return (
    <>
      ! {say(closeOuts.waived, language, params)}
      <span lang="zh-CN">{waiver?.reason}</span>
    </>
  );
}
