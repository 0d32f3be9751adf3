/** What is registered of a worker now: on the page of their registration, and beside what they typed while it was changed elsewhere. */
import { type Language, say } from '../../../kernel/i18n/said.ts';
import { ChineseName } from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import type { WorkerSkill, WorkerWhole } from '../workers/contract.ts';
import { levelText, shiftText } from './written.ts';

export const TradeList = ({ skills, language }: { skills: readonly WorkerSkill[]; language: Language }) => (
  <ul>
    {skills.map(({ trade, name, level, checkedLevel }) => (
      <li key={trade}>
        {say(name, language)} · {say(levelText(level), language)}
        {checkedLevel !== null && (
          <span class="quiet"> · {say(pageWords.checked, language, { level: say(levelText(checkedLevel), language) })}</span>
        )}
      </li>
    ))}
  </ul>
);

export const TermLines = ({ worker, language }: { worker: WorkerWhole; language: Language }) => (
  <dl class="pairs lines">
    <div>
      <dt>{say(words.from, language)}</dt>
      <dd>
        <ChineseName name={worker.startAreaName} language={language} />
      </dd>
    </div>
    <div>
      <dt>{say(words.far, language)}</dt>
      <dd>{say(pageWords.kilometres, language, { km: worker.radiusKm })}</dd>
    </div>
    <div>
      <dt>{say(words.payRange, language)}</dt>
      <dd>{say(words.payRangeText, language, { floor: yuanOf(worker.payFloor), wish: yuanOf(worker.payWish) })}</dd>
    </div>
    <div>
      <dt>{say(words.shifts, language)}</dt>
      <dd>
        {worker.shifts.map((shift) => (
          <span key={shift}>
            {say(shiftText(shift), language)}
            <br />
          </span>
        ))}
      </dd>
    </div>
    <div>
      <dt>{say(words.shiftWish, language)}</dt>
      <dd>{say(worker.shiftWish === null ? words.anyShift : shiftText(worker.shiftWish), language)}</dd>
    </div>
  </dl>
);

/** Somebody saved what was changed elsewhere meanwhile: what stands now, before they save over it. */
export const Standing = ({ worker, part, language }: { worker: WorkerWhole; part: 'trades' | 'terms'; language: Language }) => (
  <div class="note">
    <p>
      <strong>{say(words.standing, language)}</strong>
    </p>
    {part === 'trades' ? (
      <TradeList skills={worker.skills} language={language} />
    ) : (
      <TermLines worker={worker} language={language} />
    )}
    <p class="way">
      <a href={`/gigs/profile/${part}`}>{say(words.standingKeep, language)}</a>
    </p>
  </div>
);
