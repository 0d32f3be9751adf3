import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { Outcome, Round, StationInRound } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Choices } from '../../parts/choices.tsx';
import { Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { itemIn, readings, sayOutcome } from './say.ts';

export type Deciding = 'settle' | 'objection';
type Draft = { readonly outcome?: Outcome; readonly reason: string };

const outcomes = ['met', 'partly', 'not'] as const;

/** Where the two differ, or after an objection wherever it is needed: what counts, and why. The grade follows from it. */
export function Settle({
  round,
  station,
  deciding,
  onClose,
}: {
  round: Round;
  station: StationInRound;
  deciding: Deciding;
  onClose: () => void;
}) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const asked = station.rows.filter(({ differs, records }) => (deciding === 'settle' ? differs : records === null));
  const decisions = Object.entries(drafts).flatMap(([item, { outcome, reason }]) =>
    outcome === undefined ? [] : [{ item, outcome, reason: reason.trim() }],
  );
  const at = `/api/market-rounds/${round.id}/stations/${station.station}`;
  const done = {
    onSuccess: () => {
      void message.success(say('market.settled-now'));
      onClose();
    },
  };
  const settle = useChange(() => change('POST', `${at}/settle`, { decisions }), readings, done);
  const decide = useChange((reason: string) => change('POST', `${at}/decision`, { changes: decisions, reason }), readings, done);
  const fields = asked.map(({ item, self, cross, counts }) => (
    <fieldset key={item} className="market-decide">
      <legend>
        <b>{item}</b> {say(itemIn(round.standard, item)?.says ?? { zh: '', en: '' })}
      </legend>
      <p className="grey">
        {say('market.both-said', {
          self: sayOutcome(self?.outcome ?? null, say),
          cross: sayOutcome(cross?.outcome ?? null, say),
        })}
        {counts && ` ${say('market.counted-as', { outcome: sayOutcome(counts, say) })}`}
      </p>
      <Choices
        label={item}
        value={drafts[item]?.outcome ?? ('' as Outcome)}
        choices={outcomes.map((value) => ({ value, label: sayOutcome(value, say) }))}
        onChoose={(outcome) => setDrafts((old) => ({ ...old, [item]: { reason: old[item]?.reason ?? '', outcome } }))}
      />
      {drafts[item] && (
        <Input.TextArea
          aria-label={say('market.reason-of', { item })}
          placeholder={say('market.reason')}
          value={drafts[item]?.reason}
          maxLength={400}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => setDrafts((old) => ({ ...old, [item]: { ...old[item], reason: event.target.value } }))}
        />
      )}
    </fieldset>
  ));
  if (deciding === 'objection')
    return (
      <TextForm
        label={say('market.decision-reason')}
        send={say('market.decide')}
        most={400}
        isBusy={decide.isPending}
        error={decide.error}
        onSend={decide.mutate}
        onCancel={onClose}
      >
        <p className="grey">{say('market.decide-hint')}</p>
        {fields}
      </TextForm>
    );
  return (
    <div className="market-form">
      <p>{say(asked.length === 0 ? 'market.nothing-differs' : 'market.settle-hint', { n: asked.length })}</p>
      {fields}
      <Problem error={settle.error} />
      <div className="buttons">
        <Button
          type="primary"
          loading={settle.isPending}
          disabled={decisions.length < asked.length || decisions.some(({ reason }) => reason.length < 4)}
          onClick={() => settle.mutate(undefined)}
        >
          {say('market.settle')}
        </Button>
        <Button onClick={onClose}>{say('action.cancel')}</Button>
      </div>
    </div>
  );
}
