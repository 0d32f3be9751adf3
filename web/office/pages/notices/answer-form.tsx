import { App } from 'antd';
import { useState } from 'react';
import type { EvidenceItem } from '../../../../server/modules/evidence/contract.ts';
import type { AnswerKind } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Choices } from '../../parts/choices.tsx';
import { DayPicker } from '../../parts/day-picker.tsx';
import { EvidenceField } from '../../parts/evidence.tsx';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { TextForm } from '../../parts/text-form.tsx';

const kinds: readonly AnswerKind[] = ['measure', 'new-date', 'evidence'];

/** The three answers to a notice: what will be done, a new date, or that it is done. Here and on the first page. */
export function AnswerForm({ notice, onDone, onCancel }: { notice: string; onDone?: () => void; onCancel?: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [kind, setKind] = useState<AnswerKind>('measure');
  const [newDate, setNewDate] = useState<string>();
  const [lacksDate, setLacksDate] = useState(false);
  const [documents, setDocuments] = useState<readonly EvidenceItem[]>([]);
  const answer = useChange(
    (text: string) =>
      change('POST', `/api/notices/${notice}/answer`, {
        kind,
        text,
        ...(kind === 'new-date' ? { newDate } : {}),
        ...(kind === 'evidence' ? { evidence: documents.map(({ sha256 }) => sha256) } : {}),
      }),
    milestoneReadings,
    {
      onSuccess: () => {
        void message.success(say('notice.answered'));
        onDone?.();
      },
    },
  );
  return (
    <TextForm
      label={say(`notice.answer-text.${kind}`)}
      send={say('notice.answer-send')}
      least={2}
      most={2000}
      isBusy={answer.isPending}
      error={answer.error}
      onSend={(text) => {
        const isMissing = kind === 'new-date' && !newDate;
        setLacksDate(isMissing);
        if (!isMissing) answer.mutate(text);
      }}
      {...(onCancel ? { onCancel } : {})}
    >
      <Choices
        label={say('notice.answer-kind')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: say(`notice.answer.${value}`) }))}
        onChoose={setKind}
      />
      {kind === 'new-date' && (
        <div className="field">
          <label htmlFor={`date-${notice}`}>{say('notice.answer-date')}</label>
          <DayPicker
            id={`date-${notice}`}
            value={newDate}
            from={addDays(beijingDay(new Date()), 1)}
            placeholder={say('notice.answer-date-choose')}
            onChange={(day) => {
              setNewDate(day);
              setLacksDate(false);
            }}
          />
          {lacksDate && (
            <p className="field-fault" role="alert">
              {say('notice.answer-date-choose')}
            </p>
          )}
        </div>
      )}
      {kind === 'evidence' && (
        <EvidenceField value={documents} onChange={setDocuments} label={say('milestone.document-optional')} />
      )}
    </TextForm>
  );
}
