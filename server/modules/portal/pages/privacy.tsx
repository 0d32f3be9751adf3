import { type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { privacy } from '../words.ts';
import { List, Ring, Scrolling } from './parts.tsx';
import type { Visit } from './visit.ts';

/** 个人信息保护 (PIPL arts 17, 44–47): true to what the database holds and what the program does, and to nothing more. */
export function privacyPage({ language, isDemo, contact, validUntil }: Visit): PageContent {
  const t = (text: Said, params?: Parameters<typeof say>[2]) => say(text, language, params);
  const body = (
    <>
      <h1>{t(privacy.title)}</h1>
      <p class="lead">{t(privacy.lead)}</p>
      {isDemo && <p>{t(privacy.demo)}</p>}
      <h2>{t(privacy.visit)}</h2>
      <List items={privacy.visitList} language={language} />
      <h2>{t(privacy.held)}</h2>
      <p>{t(privacy.heldText)}</p>
      <Scrolling label={t(privacy.held)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(privacy.what)}</th>
              <th scope="col">{t(privacy.why)}</th>
              <th scope="col">{t(privacy.how)}</th>
            </tr>
          </thead>
          <tbody>
            {privacy.rows.map((row) => (
              <tr key={row.what.en}>
                <th scope="row">{t(row.what)}</th>
                <td>{t(row.why)}</td>
                <td>{t(row.how)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <h2>{t(privacy.long)}</h2>
      <p>{validUntil === undefined ? t(privacy.longPlain) : t(privacy.longText, { day: writeDay(validUntil, language) })}</p>
      <h2>{t(privacy.rights)}</h2>
      <p>{t(privacy.rightsText)}</p>
      <List items={privacy.rightsList} language={language} />
      <h2>{t(privacy.ask)}</h2>
      <p>{t(privacy.askText, { telephone: contact.telephone })}</p>
      <Ring telephone={contact.telephone} language={language} />
    </>
  );
  return { title: t(privacy.title), description: t(privacy.description), body };
}
