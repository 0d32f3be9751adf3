import { Button } from 'antd';
import { useId, useState } from 'react';
import type { OpinionShown } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { TextField } from './text-field.tsx';

const decisions = ['adopted', 'partly', 'not adopted'] as const;
type Decision = (typeof decisions)[number];

/** 采纳、部分采纳、不采纳, always with a reason. Open while there is none, or the sender contests the one there is. */
export function DecideForm({ of }: { of: OpinionShown }) {
  const { say } = useWords();
  const name = useId();
  const [isOpen, setOpen] = useState(of.standing === 'undecided' || of.standing === 'contested');
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState('');
  const [promised, setPromised] = useState('');
  const save = useChange(
    () =>
      change('POST', `/api/opinions/${of.opinion}/decision`, {
        revision: of.decisions.length,
        decision,
        reason: reason.trim(),
        ...(promised.trim() !== '' && decision !== 'not adopted' ? { promised: promised.trim() } : {}),
      }),
    ['/api/consultations', '/api/today'],
  );
  if (!isOpen)
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {say('opinion.decide-again')}
      </button>
    );
  const mayPromise = decision === 'partly' || (decision === 'adopted' && of.kind !== 'remove');
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <fieldset className="radios">
        <legend>{say('opinion.decision')}</legend>
        {decisions.map((one) => (
          <label key={one} className="radio">
            <input type="radio" name={name} checked={decision === one} onChange={() => setDecision(one)} />
            {say(`opinion.decision.${one}`)}
          </label>
        ))}
      </fieldset>
      <TextField label={say('opinion.decision-reason')} value={reason} onChange={setReason} most={1000} />
      {mayPromise && <TextField label={say('opinion.promised')} value={promised} onChange={setPromised} most={2000} />}
      <Problem error={save.error} />
      <Button htmlType="submit" type="primary" disabled={!decision || reason.trim().length < 2} loading={save.isPending}>
        {say('opinion.decide')}
      </Button>
    </form>
  );
}
