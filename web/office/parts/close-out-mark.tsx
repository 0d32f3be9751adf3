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
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { CloseOutMarks, CloseOutState, Grade } from '../../../server/modules/close-out/contract.ts';
import { sayPeriod } from '../../shared/say-period.ts';
import { useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import { opens, useSignedIn } from '../me.ts';
import { WaiverLine } from './waiver-line.tsx';

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

/**
 * What is closed out, closed by a waiver or reopened of a task, each a door to it. `withWaivers`: each waiver with its reason and both
 * signatures; elsewhere the reason is its title.
 */
export function MeasureMarks({ measure, withWaivers = false }: { measure: number; withWaivers?: boolean }) {
  const { say } = useWords();
  const mayOpen = opens(useSignedIn(), 'programme');
  const marks = useAsk<CloseOutMarks>('/api/close-outs/marks').data?.marks.filter((mark) => mark.measure === measure) ?? [];
  if (marks.length === 0) return null;
  return (
    <>
      <span className="close-out-marks">
        {marks.map(({ period, state, grade, waiver }) => {
          const mark = <CloseOutMark key={period} state={state} period={period} grade={grade} title={waiver?.reason} />;
          return mayOpen ? (
            <Link key={period} to="/measures/$no" params={{ no: String(measure) }} search={{ period }}>
              {mark}
            </Link>
          ) : (
            mark
          );
        })}
      </span>
      {withWaivers &&
        marks.map(({ period, waiver }) => waiver && <WaiverLine key={period} waiver={waiver} of={sayPeriod(period, say)} />)}
    </>
  );
}
