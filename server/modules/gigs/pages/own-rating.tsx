import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { ChineseName } from '../../portal/module.ts';
import type { OwnRating } from '../ratings/contract.ts';

type Says = Readonly<Record<'rated' | 'ratedNever' | 'ratedAnswer' | 'ratedRemoved', Said>>;

/** What somebody gave, as they read it again: with the answer, and whether it still counts. `says`: in the words of their side. */
export const OwnRatingText = ({
  rating: { stars, text, neverAgain, answer, removedFor },
  says,
  language,
}: {
  rating: OwnRating;
  says: Says;
  language: Language;
}) => (
  <p>
    {say(says.rated, language, { n: stars })} {text !== '' && <ChineseName name={text} language={language} />}
    {neverAgain && <> {say(says.ratedNever, language)}</>}
    {answer !== null && (
      <>
        <br />
        {say(says.ratedAnswer, language, { text: answer })}
      </>
    )}
    {removedFor !== null && (
      <>
        <br />
        <strong>{say(says.ratedRemoved, language, { reason: removedFor })}</strong>
      </>
    )}
  </p>
);
