import { App } from 'antd';
import { useState } from 'react';
import type { Task } from '../../../server/kernel/module.ts';
import type { EvidenceItem } from '../../../server/modules/evidence/contract.ts';
import { change } from '../../shared/client.ts';
import { isWord, useWords } from '../../shared/words/index.ts';
import { useChange } from '../asking.ts';
import { EvidenceField } from './evidence.tsx';
import { milestoneReadings } from './milestone-readings.ts';
import { TextForm } from './text-form.tsx';

/** One text, with documents where they are asked for: on the first page, and wherever else the same thing is reported. */
export function OneAnswer({
  answer: { code, route, asks, documents: wanted },
  onClose,
}: {
  answer: NonNullable<Task['answer']>;
  onClose: () => void;
}) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [documents, setDocuments] = useState<readonly EvidenceItem[]>([]);
  const of = (key: string, otherwise: 'task.asks' | 'task.answer-here' | 'action.done') => say(isWord(key) ? key : otherwise);
  const send = useChange(
    (text: string) =>
      change('POST', route, { [asks]: text, ...(wanted ? { evidence: documents.map(({ sha256 }) => sha256) } : {}) }),
    milestoneReadings,
    {
      onSuccess: () => {
        void message.success(of(`task.done.${code}`, 'action.done'));
        onClose();
      },
    },
  );
  return (
    <TextForm
      label={of(`task.asks.${code}`, 'task.asks')}
      send={of(`task.answer.${code}`, 'task.answer-here')}
      least={2}
      isBusy={send.isPending}
      error={send.error}
      onSend={send.mutate}
      onCancel={onClose}
    >
      {wanted && <EvidenceField value={documents} onChange={setDocuments} label={say(`milestone.document-${wanted}`)} />}
    </TextForm>
  );
}
