import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { Visit } from '../../portal/module.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { cardPicture } from './card.ts';
import { WorkerFrame } from './frame.tsx';

/**
 * The card, as it is shown once. Without `card` the answer came a second time: the secret is kept nowhere.
 * `next`: where the person was going.
 */
export function cardPage(
  { language }: Visit,
  { number, card, isNew, next }: { number: number; card: string | undefined; isNew: boolean; next: string | undefined },
): PageContent {
  const title = say(isNew ? words.cardTitle : words.newCardTitle, language);
  const picture = card === undefined ? undefined : cardPicture(card, number);
  const on = next?.startsWith('/s/') ? words.cardOn : pageWords.toToday;
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      <p class="number-card">
        <span class="quiet">{say(words.cardNumber, language)}</span>
        <strong class="number-big">{number}</strong>
        {picture && <img src={picture} width="200" alt={say(words.cardPicture, language, { number })} />}
      </p>
      {picture ? (
        <>
          <p>{say(words.cardLead, language)}</p>
          <p>
            <strong>{say(words.cardOnce, language)}</strong>
          </p>
          <p class="way">
            <a href={picture} download={`leye-${number}.png`}>
              {say(words.cardSave, language)}
            </a>
          </p>
        </>
      ) : (
        <p>{say(words.cardShown, language)}</p>
      )}
      <p class="go">
        <a class="button" href={next ?? '/gigs/today'}>
          {say(on, language)}
        </a>
      </p>
    </WorkerFrame>
  );
  return { title, description: say(words.cardLead, language), body };
}
