import { Button } from 'antd';
import type { CloseOutItem } from '../../../../../server/modules/close-out/contract.ts';
import { sayMoment } from '../../../../shared/day.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { EvidenceList } from '../../../parts/evidence.tsx';
import { Problem } from '../../../parts/notices.tsx';
import { useUnitNames } from '../../../places.ts';
import type { ActionProps } from './actions.tsx';
import { NoteField, useReason } from './note-field.tsx';

/** The office reads what was applied for, approves it or returns it with a reason. */
export function DecideForm({
  error,
  isBusy,
  doing,
  onDo,
  item,
  isShort,
}: ActionProps & { item: CloseOutItem; isShort: boolean }) {
  const { say, language } = useWords();
  const _unitNameOf = useUnitNames();
  const { field, give } = useReason(onDo);
  const application = item.steps.findLast(({ event }) => event === 'apply');
  return (
    <div className="close-out-form">
      <h3>{say('close-out.decide')}</h3>
      {application && (
        <>
          <p>
            {say('close-out.applied-by', {
              unit: application.unitName ? say(application.unitName) : '',
              name: application.byName,
              at: sayMoment(application.at, language),
            })}
            {application.reason && ` ${say('close-out.remark', { note: application.reason })}`}
          </p>
          <EvidenceList items={application.evidence} />
        </>
      )}
      {(doing === 'approve' || doing === 'return') && <Problem error={error} />}
      {!isShort && (
        <>
          <p className="grey">{say('close-out.approve-hint')}</p>
          <div className="buttons">
            <Button type="primary" loading={isBusy && doing === 'approve'} onClick={() => onDo('approve', {})}>
              {say('close-out.approve')}
            </Button>
          </div>
        </>
      )}
      <NoteField label={say('close-out.reason-return')} {...field} />
      <div className="buttons">
        <Button loading={isBusy && doing === 'return'} onClick={() => give('return')}>
          {say('close-out.return')}
        </Button>
      </div>
    </div>
  );
}
