import { type Said, say } from '../../../kernel/i18n/said.ts';
import { type PageContent, Telephone } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { Ledger } from '../../figures/contract.ts';
import { GENERAL_LINE } from '../contact.ts';
import { about, accessibility, common, help } from '../words.ts';
import { List, Ring, Way } from './parts.tsx';
import type { Visit } from './visit.ts';

/** 无障碍声明 (无障碍环境建设法 art. 32): what is done, what is missing, whom to tell. */
export function accessibilityPage({ language, contact }: Visit): PageContent {
  const t = (text: Said, params?: Parameters<typeof say>[2]) => say(text, language, params);
  const body = (
    <>
      <h1>{t(accessibility.title)}</h1>
      <p class="lead">{t(accessibility.lead)}</p>
      <h2>{t(accessibility.does)}</h2>
      <List items={accessibility.doesList} language={language} />
      <h2>{t(accessibility.missing)}</h2>
      <List items={accessibility.missingList} language={language} />
      <h2>{t(accessibility.tell)}</h2>
      <p>{t(accessibility.tellText, { telephone: contact.telephone })}</p>
      <Ring telephone={contact.telephone} language={language} />
      <h2>{t(accessibility.standard)}</h2>
      <p>{t(accessibility.standardText)}</p>
      <h2>{t(accessibility.checked)}</h2>
      <p>{t(accessibility.checkedText)}</p>
    </>
  );
  return { title: t(accessibility.title), description: t(accessibility.description), body };
}

/** What this site is, where its numbers come from, who looks after it. */
export function aboutPage({ language, isDemo, contact }: Visit, ledger: Ledger | undefined): PageContent {
  const t = (text: Said, params?: Parameters<typeof say>[2]) => say(text, language, params);
  const district = t(contact.districtName);
  const body = (
    <>
      <h1>{t(about.title)}</h1>
      <p class="lead">{t(about.lead)}</p>
      {isDemo && (
        <>
          <h2>{t(about.demo)}</h2>
          <p>{t(about.demoText)}</p>
        </>
      )}
      <h2>{t(about.numbers)}</h2>
      <p>{t(about.numbersText)}</p>
      <p>{t(about.typedText)}</p>
      <Way to="/progress">{t(common.progress)}</Way>
      <h2>{t(about.who)}</h2>
      <p>
        {ledger
          ? t(about.whoText, { district, programme: t(ledger.title), day: writeDay(ledger.validUntil, language) })
          : t(about.whoPlain, { district })}
      </p>
      <Ring telephone={contact.telephone} language={language} />
      <h2>{t(about.open)}</h2>
      <p>{t(about.openText)}</p>
    </>
  );
  return { title: t(about.title), description: t(about.description), body };
}

/** Telephones first: who cannot use a site can still ring. 12333, 12345, 12351 and 12348 are nationwide numbers. */
export function helpPage({ language, contact }: Visit): PageContent {
  const t = (text: Said, params?: Parameters<typeof say>[2]) => say(text, language, params);
  const own =
    contact.telephone === '12333' || contact.telephone === GENERAL_LINE ? [] : [[contact.telephone, help.programme] as const];
  const lines: readonly (readonly [string, Said])[] = [
    ...own,
    ['12333', help.work],
    [GENERAL_LINE, help.any],
    ['12351', help.union],
    ['12348', help.law],
  ];
  const body = (
    <>
      <h1>{t(help.title)}</h1>
      <p class="lead">{t(help.lead)}</p>
      <h2>{t(help.lines)}</h2>
      <dl class="pairs lines">
        {lines.map(([number, matter]) => (
          <div key={number}>
            <dt>
              <Telephone number={number} />
            </dt>
            <dd>{t(matter)}</dd>
          </div>
        ))}
      </dl>
      <p>{t(help.emergency)}</p>
      <h2>{t(help.reading)}</h2>
      <List items={[help.large, help.language, help.noAccount]} language={language} />
      <h2>{t(help.complain)}</h2>
      <p>{t(help.complainHow, { telephone: contact.telephone })}</p>
      <Way to="/accessibility">{t(common.accessibility)}</Way>
    </>
  );
  return { title: t(help.title), description: t(help.description), body };
}

/** A district whose paper has not been confirmed yet: calm, and still with a way on. */
export function unpublishedPage({ language, contact }: Visit): PageContent {
  const body = (
    <>
      <h1>{say(common.noProgrammeTitle, language)}</h1>
      <p class="lead">{say(common.noProgramme, language)}</p>
      <Ring telephone={contact.telephone} language={language} />
      <p>{say(common.hotline, language)}</p>
      <Way to="/">{say(common.home, language)}</Way>
    </>
  );
  return { title: say(common.noProgrammeTitle, language), description: say(common.noProgramme, language), body };
}
