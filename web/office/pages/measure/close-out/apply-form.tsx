import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { EvidenceItem } from '../../../../../server/modules/evidence/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { EvidenceField } from '../../../parts/evidence.tsx';
import { Problem } from '../../../parts/notices.tsx';
import type { ActionProps } from './actions.tsx';

/** The lead unit applies: one button; a remark and documents only where there is something to add. */
export function ApplyForm({ error, isBusy, doing, onDo }: ActionProps) {
  const { say } = useWords();
  const noteId = useId();
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<readonly EvidenceItem[]>([]);
  return (
    <div className="close-out-form">
      {doing === 'apply' && <Problem error={error} />}
      <label htmlFor={noteId}>{say('close-out.note')}</label>
      <Input.TextArea
        id={noteId}
        value={note}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <EvidenceField value={evidence} onChange={setEvidence} />
      <div className="buttons">
        <Button
          type="primary"
          loading={isBusy && doing === 'apply'}
          onClick={() => onDo('apply', { note, evidence: evidence.map(({ sha256 }) => sha256) })}
        >
          {say('close-out.apply')}
        </Button>
      </div>
    </div>
  );
}
