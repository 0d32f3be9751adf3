import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckedInAtKiosk, Face } from '../../server/modules/gigs/faces/contract.ts';
import { useLanguage } from '../shared/language.tsx';
import { pageOutbox, useOutbox } from '../shared/offline/use-outbox.ts';
import { isRefusal } from '../shared/refusal.ts';
import { timeAt } from '../shared/say-gig.ts';
import { type Shown, shownBy } from '../shared/shown-by.ts';
import { useIsDemo } from '../shared/use-is-demo.ts';
import { useWords } from '../shared/words/index.ts';

/** Whose letters the kiosk writes: its own. */
const OWNER = 'device';
/** How long an answer stands before the next person's turn, and how long half a number may stand. */
const ANSWER_STANDS = 12_000;
const TYPED_STANDS = 20_000;

type Step =
  | { readonly is: 'typing' }
  | { readonly is: 'sending' }
  | { readonly is: 'ticket'; readonly ticket: CheckedInAtKiosk }
  | { readonly is: 'later'; readonly at: string }
  | { readonly is: 'refused'; readonly message: string };

/** Scan the card or type a number, one tap, and the place in the line stands there large. */
export function Kiosk({ face, isCut }: { face: Face; isCut: boolean }) {
  if (face.device?.kind !== 'kiosk') return <NotAKiosk face={face} />;
  return <Standing face={face} isCut={isCut} />;
}

function NotAKiosk({ face }: { face: Face }) {
  const { say } = useWords();
  return (
    <main className="closed">
      <h1>{say(face.board.name)}</h1>
      <p>{say('kiosk.not-set-up')}</p>
      <p>
        <a href={`/station/${face.code}/set-up`}>{say('station.set-up')}</a>
      </p>
    </main>
  );
}

function Standing({ face, isCut }: { face: Face; isCut: boolean }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ is: 'typing' });
  const { letters } = useOutbox(OWNER);
  const isDemo = useIsDemo();
  const station = face.board.station;

  const start = useCallback(() => {
    setTyped('');
    setStep({ is: 'typing' });
  }, []);
  const checkIn = useCallback(
    async (text: string) => {
      const shown = shownBy(text);
      if (!shown) return setStep({ is: 'refused', message: say('kiosk.not-a-number') });
      setStep({ is: 'sending' });
      setTyped('');
      setStep(await sent(station, shown, say('kiosk.failed')));
    },
    [say, station],
  );

  useEffect(() => {
    if (step.is === 'sending' || (step.is === 'typing' && typed === '')) return;
    const timer = setTimeout(start, step.is === 'typing' ? TYPED_STANDS : ANSWER_STANDS);
    return () => clearTimeout(timer);
  }, [step, typed, start]);

  useScanner(
    (key) => {
      if (step.is === 'sending') return;
      if (step.is !== 'typing') setStep({ is: 'typing' });
      setTyped((text) => (step.is === 'typing' ? text + key : key).slice(-60));
    },
    () => setTyped((text) => text.slice(0, -1)),
    () => {
      if (step.is !== 'typing' || typed === '') return false;
      void checkIn(typed);
      return true;
    },
  );

  const waiting = letters.filter(({ owner, refused }) => owner === OWNER && !refused);
  const refused = letters.filter(({ owner, refused }) => owner === OWNER && refused);
  return (
    <main className="kiosk">
      <header className="kiosk-top">
        <h1>{say(face.board.name)}</h1>
        <OtherLanguage />
      </header>
      {step.is === 'typing' || step.is === 'sending' ? (
        <Keypad
          typed={typed}
          isBusy={step.is === 'sending'}
          onKey={(key) => setTyped((text) => (text + key).slice(0, 11))}
          onBack={() => setTyped((text) => text.slice(0, -1))}
          onClear={() => setTyped('')}
          onDone={() => void checkIn(typed)}
        />
      ) : (
        <Answer step={step} onDone={start} />
      )}
      <footer className="kiosk-foot">
        {isDemo && (
          <p>
            <b className="demo-mark">{say('screen.demo')}</b>
          </p>
        )}
        <p role="status">
          {waiting.length > 0
            ? say('kiosk.waiting', { n: waiting.length })
            : isCut
              ? say('kiosk.cut')
              : say('kiosk.called', { n: face.board.calledUpTo })}
        </p>
        {refused.length > 0 && (
          <p className="kiosk-refused">
            {say('kiosk.refused-later', {
              n: refused.length,
              ends: refused.map(({ about }) => String(about.end)).join(say('text.and')),
            })}{' '}
            <button
              type="button"
              onClick={() =>
                void pageOutbox().then(async (box) => {
                  for (const { id } of refused) await box.discard(id);
                })
              }
            >
              {say('kiosk.counter-knows')}
            </button>
          </p>
        )}
      </footer>
    </main>
  );
}

/** What became of a check-in that was written down and sent. */
async function sent(station: string, shown: Shown, failed: string): Promise<Step> {
  const outbox = await pageOutbox();
  const outcome = await outbox.post<CheckedInAtKiosk>({
    owner: OWNER,
    path: `/api/gig-stations/${station}/kiosk/check-in`,
    // When it was tapped: sent later, it still counts from then.
    body: { ...shown.body, at: new Date().toISOString() },
    about: { what: 'check-in', end: shown.end },
  });
  if (outcome.is === 'done') return { is: 'ticket', ticket: outcome.answer };
  if (outcome.is === 'waiting') return { is: 'later', at: outcome.letter.at };
  return { is: 'refused', message: isRefusal(outcome.error) ? outcome.error.message : failed };
}

function Keypad({
  typed,
  isBusy,
  onKey,
  onBack,
  onClear,
  onDone,
}: {
  typed: string;
  isBusy: boolean;
  onKey: (key: string) => void;
  onBack: () => void;
  onClear: () => void;
  onDone: () => void;
}) {
  const { say } = useWords();
  const isPlain = /^\d*$/.test(typed);
  return (
    <div className="pad">
      <div className="pad-words">
        <h2>{say('kiosk.title')}</h2>
        <p>{say('kiosk.how')}</p>
      </div>
      <section className="pad-board" aria-label={say('kiosk.title')}>
        <output className="typed" aria-label={say('kiosk.typed')}>
          {typed === '' ? (
            <span className="quiet">{say('kiosk.typed-none')}</span>
          ) : isPlain ? (
            grouped(typed)
          ) : (
            say('kiosk.scanning')
          )}
        </output>
        <div className="pad-keys">
          {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => (
            <button key={key} type="button" onClick={() => onKey(key)} disabled={isBusy}>
              {key}
            </button>
          ))}
          <button type="button" onClick={onClear} disabled={isBusy || typed === ''} className="pad-word">
            {say('kiosk.clear')}
          </button>
          <button type="button" onClick={() => onKey('0')} disabled={isBusy}>
            0
          </button>
          <button type="button" onClick={onBack} disabled={isBusy || typed === ''} className="pad-word">
            {say('kiosk.back')}
          </button>
        </div>
        <button type="button" className="pad-done" onClick={onDone} disabled={isBusy || typed.length < 6}>
          {say(isBusy ? 'kiosk.sending' : 'kiosk.check-in')}
        </button>
      </section>
    </div>
  );
}

function Answer({ step, onDone }: { step: Exclude<Step, { is: 'typing' | 'sending' }>; onDone: () => void }) {
  const { say } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section className={`answer answer-${step.is}`} role="alert" aria-label={say('kiosk.answer')}>
      {step.is === 'ticket' && (
        <>
          <h2>{say(step.ticket.wasThere ? 'kiosk.was-there' : 'kiosk.checked-in', { name: step.ticket.name })}</h2>
          <p className="ticket-number">{step.ticket.number}</p>
          {step.ticket.gaveUp && (
            <p>{say('kiosk.gave-up', { station: say(step.ticket.gaveUp.name), n: step.ticket.gaveUp.number })}</p>
          )}
          <p>{say('kiosk.next', { ahead: step.ticket.ahead })}</p>
        </>
      )}
      {step.is === 'later' && (
        <>
          <h2>{say('kiosk.later', { time: timeAt(Date.parse(step.at)) })}</h2>
          <p>{say('kiosk.later-next')}</p>
        </>
      )}
      {step.is === 'refused' && (
        <>
          <h2>{say('kiosk.refused')}</h2>
          <p>{step.message}</p>
          <p>{say('kiosk.refused-next')}</p>
        </>
      )}
      <button type="button" ref={button} className="pad-done" onClick={onDone}>
        {say('kiosk.done')}
      </button>
    </section>
  );
}

function OtherLanguage() {
  const { language, choose } = useLanguage();
  const { say } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="other-language" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {say('shell.other-language')}
    </button>
  );
}

/** 138 1234 5678, 123 456: as people read a number aloud. */
const grouped = (typed: string): string =>
  typed.length > 7
    ? `${typed.slice(0, 3)} ${typed.slice(3, 7)} ${typed.slice(7)}`
    : `${typed.slice(0, 3)} ${typed.slice(3)}`.trim();

/** A scanner is a keyboard that types a code and Enter; where the focus stands does not matter to it. */
function useScanner(onKey: (key: string) => void, onBack: () => void, onEnter: () => boolean): void {
  const latest = useRef({ onKey, onBack, onEnter });
  latest.current = { onKey, onBack, onEnter };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Enter') {
        // The focus may rest on the last key that was tapped, which must not be tapped again by the scanner's Enter.
        if (latest.current.onEnter()) event.preventDefault();
      } else if (event.key === 'Backspace') latest.current.onBack();
      else if (/^[\w\-:/.?=]$/.test(event.key)) latest.current.onKey(event.key);
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
