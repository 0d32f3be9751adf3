import type { Task } from '../../../../server/kernel/module.ts';
import { OneAnswer } from '../../parts/one-answer.tsx';
import { AnswerForm } from '../notices/answer-form.tsx';

/** What a task asks for, right where it stands: the three answers to a notice, or one text with its documents. */
export function TaskAnswer({ answer, onClose }: { answer: NonNullable<Task['answer']>; onClose: () => void }) {
  const notice = /^\/api\/notices\/([^/]+)\/answer$/.exec(answer.route)?.[1];
  return notice ? (
    <AnswerForm notice={notice} onDone={onClose} onCancel={onClose} />
  ) : (
    <OneAnswer answer={answer} onClose={onClose} />
  );
}
