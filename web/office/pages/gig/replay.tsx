import { Button } from 'antd';
import type { BatchReplay } from '../../../../server/modules/gigs/batches/contract.ts';
import { ask } from '../../../shared/client.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

/** Runs a round again from what it had looked at, when asked to. */
/** `what`: asks what the rule of three mornings did, instead of whether the round comes to the same. */
export function Replay({ batch, what }: { batch: string; what?: 'three-mornings' }) {
  const { say } = useWords();
  // Asked once and by hand: each time is the work of a whole round.
  const replay = useChange(() => ask<BatchReplay>(`/api/gig-batches/${batch}/replay`));
  return (
    <section className="replay" aria-live="polite" aria-label={say('gigs.replay')}>
      {replay.data ? (
        <Verdict answer={replay.data} />
      ) : (
        <p>
          <Button loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {say(what ? 'gigs.what-the-rule-did' : 'gigs.replay')}
          </Button>{' '}
          <span className="grey">{say(what ? 'gigs.what-the-rule-did-hint' : 'gigs.replay-hint')}</span>
        </p>
      )}
      <Problem error={replay.error} />
    </section>
  );
}

const marks = { same: '✓', words: '✓', other: '■', unknown: '◆' } as const;

function Verdict({ answer: { verdict, differs, milliseconds, effect } }: { answer: BatchReplay }) {
  const { say } = useWords();
  return (
    <>
      <p className={verdict === 'other' ? 'task-late' : undefined}>
        <b>
          <span aria-hidden="true">{marks[verdict]} </span>
          {say(`gigs.verdict.${verdict}`)}
        </b>{' '}
        {differs.length > 0 &&
          say('gigs.differs', { parts: differs.map((part) => say(`gigs.part.${part}`)).join(say('text.and')) })}{' '}
        <span className="grey">{say('gigs.replay-took', { ms: exact(milliseconds) })}</span>
      </p>
      {effect ? (
        <p>
          {say('gigs.effect', {
            mornings: effect.morningsSeen,
            people: effect.people,
            matched: effect.matched,
            without: effect.matchedWithout,
          })}{' '}
          {say('gigs.effect-all', {
            gained: effect.gained,
            stoodBack: effect.stoodBack,
            all: effect.allMatched,
            allWithout: effect.allMatchedWithout,
          })}{' '}
          {!effect.isProven && <span className="passes">{say('gigs.effect-unproven')}</span>}
        </p>
      ) : (
        <p className="grey">{say('gigs.effect-none')}</p>
      )}
    </>
  );
}
