import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { Telephone } from '../../../kernel/page/page.tsx';
import { isPercentage } from '../../../kernel/page/written.ts';
import type { FigureSummary, Light } from '../../figures/contract.ts';
import { shareDone } from '../telling.ts';
import { common, figure as figureWords, lights, progress } from '../words.ts';

const shapes: Readonly<Record<Light, string>> = {
  ahead: '▲',
  'on-path': '●',
  behind: '◆',
  overdue: '■',
  silent: '○',
  unpromised: '–',
};

/** A light: its shape for the eye, its word for everyone; colour only repeats them. */
export const LightSign = ({ light, language }: { light: Light; language: Language }) => (
  <span class={`light light-${light}`}>
    <span aria-hidden="true">{shapes[light]}</span> {say(lights[light], language)}
  </span>
);

/**
 * How far a figure has come. The bar is for the eye only, the words beside it say the same. Its whole is the target, or for a
 * percentage 100 %; the dark line is where the interim path stands today, for a percentage the target.
 */
export function Bar({ figure, language }: { figure: FigureSummary; language: Language }) {
  const { value } = figure.current;
  const isShare = isPercentage(figure);
  const whole = isShare ? 100 : figure.targetTotal;
  if (whole <= 0 || figure.target.comparator === '<=') return null;
  const width = Math.min(100, Math.max(0, ((value ?? 0) / whole) * 100));
  const mark = isShare ? figure.targetTotal : figure.path === null ? undefined : (figure.path / whole) * 100;
  const done = shareDone(figure);
  return (
    <div class="far">
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width="100" height="4" />
        <rect class={`fill fill-${figure.light}`} width={oneDecimal(width)} height="4" />
        {mark !== undefined && <rect class="mark" x={oneDecimal(Math.min(99.4, Math.max(0, mark)))} width="0.6" height="4" />}
      </svg>
      {done !== undefined && (
        <span class="done">
          {done === 0 && (value ?? 0) > 0 ? say(progress.doneBegun, language) : say(progress.done, language, { percent: done })}
        </span>
      )}
    </div>
  );
}

export const oneDecimal = (number: number): number => Math.round(number * 10) / 10;

/** A link on a line of its own, large enough for a thumb. */
export const Way = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <p class="way">
    <a href={to}>{children}</a>
  </p>
);

export const Ring = ({ telephone, language }: { telephone: string; language: Language }) => (
  <p class="ring">
    <span>{say(common.call, language)}</span> <Telephone number={telephone} />
  </p>
);

export const List = ({ items, language }: { items: readonly Said[]; language: Language }) => (
  <ul>
    {items.map((item) => (
      <li key={item.en}>{say(item, language)}</li>
    ))}
  </ul>
);

/** A Chinese name as it is; on English pages it is marked, so that a screen reader reads it as Chinese. */
export const ChineseName = ({ name, language }: { name: string; language: Language }) => (
  <span lang={language === 'zh' ? undefined : 'zh-CN'}>{name}</span>
);

/** A wide table scrolls in its own frame, by keyboard too; the page does not. */
export const Scrolling = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section class="scrolling" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

/** Names the unit once, above a table of bare numbers. Percentages carry theirs. */
export const UnitCaption = ({ figure, language }: { figure: FigureSummary; language: Language }) =>
  isPercentage(figure) ? null : <caption>{say(figureWords.unit, language, { unit: say(figure.unit, language) })}</caption>;
