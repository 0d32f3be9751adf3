import {
  AuditOutlined,
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  RollbackOutlined,
  SafetyCertificateOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { CloseOutState, Grade } from '../../../server/modules/close-out/contract.ts';
import { type Say, useWords } from '../../shared/words/index.ts';

const icons: Readonly<Record<CloseOutState, ComponentType>> = {
  open: MinusCircleOutlined,
  applied: AuditOutlined,
  returned: RollbackOutlined,
  withdrawn: UndoOutlined,
  approved: CheckCircleOutlined,
  'waiver-proposed': EditOutlined,
  waived: SafetyCertificateOutlined,
  'waived-applied': SafetyCertificateOutlined,
  reopened: ExclamationCircleOutlined,
};

/** What a period is called: a year of the programme, or all of it. */
export const sayPeriod = (period: string, say: Say): string =>
  period === 'programme' ? say('close-out.whole') : say('close-out.year', { year: period });

/** Where a close-out stands: sign, word and colour together, so that it reads without colour. */
export function CloseOutMark({
  state,
  period,
  grade,
  title,
}: {
  state: CloseOutState;
  /** Named where the page does not. */
  period?: string;
  grade?: Grade | null;
  title?: string | undefined;
}) {
  const { say } = useWords();
  const Icon = icons[state];
  return (
    <span className={`close-out-mark close-out-${state}`} title={title}>
      <span aria-hidden="true">
        <Icon />
      </span>
      {period && `${sayPeriod(period, say)} `}
      {say(`close-out.state.${state}`)}
      {grade && ` · ${say(`close-out.grade.${grade}`)}`}
    </span>
  );
}
