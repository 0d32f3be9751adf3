import { Alert, Button } from 'antd';
import type { Letter } from '../../../shared/offline/letter.ts';
import { pageOutbox } from '../../../shared/offline/use-outbox.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { isWord, type Say, useWords } from '../../../shared/words/index.ts';

/** That there is no network, what waits to be sent, and what was refused on arrival and has to be settled by a person. */
export function Waiting({
  letters,
  isCut,
  at,
  owner,
}: {
  letters: readonly Letter[];
  isCut: boolean;
  at: number;
  owner: string | undefined;
}) {
  const { say } = useWords();
  const waiting = letters.filter((letter) => !letter.refused && letter.owner === owner);
  const others = letters.filter((letter) => letter.owner !== owner && letter.owner !== 'device').length;
  const refused = letters.filter((letter) => letter.refused && letter.owner === owner);
  return (
    <>
      {isCut && <Alert className="problem" type="warning" showIcon role="status" title={say('gig.cut', { time: timeAt(at) })} />}
      {waiting.length > 0 && (
        <section className="letters" aria-label={say('gig.waiting')}>
          <p>{say('gig.waiting-n', { n: waiting.length })}</p>
          <ul className="plain">
            {waiting.map((letter) => (
              <li key={letter.id} className="line">
                <span>{sayLetter(letter, say)}</span>
                <span className="grey">{timeAt(Date.parse(letter.at))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others > 0 && <p className="letters grey">{say('gig.waiting-others', { n: others })}</p>}
      {refused.length > 0 && (
        <section className="letters letters-refused" aria-label={say('gig.to-settle')}>
          <p>
            <b>{say('gig.to-settle-n', { n: refused.length })}</b>
          </p>
          <ul className="plain">
            {refused.map((letter) => (
              <li key={letter.id} className="line">
                <span>
                  {sayLetter(letter, say)} · {timeAt(Date.parse(letter.at))}
                  <br />
                  {letter.refused?.message}
                </span>
                <Button size="small" onClick={() => void pageOutbox().then((outbox) => outbox.discard(letter.id))}>
                  {say('gig.settled')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function sayLetter({ about }: Letter, say: Say): string {
  const key = `gig.letter.${about.what}`;
  const { what: _what, ...params } = about;
  return isWord(key) ? say(key, params) : about.what;
}
