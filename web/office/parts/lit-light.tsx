import { lazy, Suspense, useRef, useState } from 'react';
import type { Why } from '../../../server/kernel/figure/lit.ts';
import type { Light as LightName } from '../../../server/modules/figures/contract.ts';
import { useWords } from '../../shared/words/index.ts';
import { opens, useSignedIn } from '../me.ts';
import { Light } from './light.tsx';

const LightStory = lazy(() => import('./light-story.tsx').then(({ LightStory }) => ({ default: LightStory })));

export type LitSubject = {
  readonly light: LightName;
  /** `figure:6a`, `measure:6`, `milestone:<id>`, `unit:<code>` … */
  readonly subject: string;
  readonly title: string;
  /** Where the page knows it already. */
  readonly why?: Why;
  /** A past day; today where nothing is said. */
  readonly on?: string | undefined;
};

/** A light that is a door: one press opens the rule, the numbers behind it, its parts and its history. */
export function LitLight({ quiet = false, ...subject }: LitSubject & { readonly quiet?: boolean }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const door = useRef<HTMLButtonElement>(null);
  const mayOpen = opens(useSignedIn(), 'lights');
  if (!mayOpen || subject.light === 'unpromised') return <Light light={subject.light} quiet={quiet} />;
  return (
    <>
      <button ref={door} type="button" className="light-door" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Light light={subject.light} quiet={quiet} />
        <span className="unseen">{say('light.see', { title: subject.title })}</span>
      </button>
      {isOpen && (
        <Suspense>
          <LightStory
            {...subject}
            onClosed={() => {
              setOpen(false);
              door.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
