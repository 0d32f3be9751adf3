import { Button } from 'antd';
import { useState } from 'react';
import type { EvidenceItem } from '../../../../../server/modules/evidence/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { EvidenceField } from '../../../parts/evidence.tsx';
import { Problem } from '../../../parts/notices.tsx';
import type { ActionProps } from './actions.tsx';
import { NoteField } from './note-field.tsx';

/** The lead unit applies: one button; a remark and documents only where there is something to add. */
export function ApplyForm({ error, isBusy, doing, onDo }: ActionProps) {
  const { say } = useWords();
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<readonly EvidenceItem[]>([]);
  return (
    <div className="close-out-form">
      {doing === 'apply' && <Problem error={error} />}
      <NoteField label={say('close-out.note')} value={note} onChange={setNote} />
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
