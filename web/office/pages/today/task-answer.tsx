import { App } from 'antd';
import type { Task } from '../../../../server/kernel/module.ts';
import { change } from '../../../shared/client.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { milestoneReadings } from '../../parts/milestones.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { AnswerForm } from '../notices/answer-form.tsx';

type Answer = NonNullable<Task['answer']>;

/** What a task asks for, right where it stands: the three answers to a notice, or one text. */
export function TaskAnswer({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const notice = /^\/api\/notices\/([^/]+)\/answer$/.exec(answer.route)?.[1];
  return notice ? (
    <AnswerForm notice={notice} onDone={onClose} onCancel={onClose} />
  ) : (
    <OneText answer={answer} onClose={onClose} />
  );
}

function OneText({ answer: { code, route, asks }, onClose }: { answer: Answer; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const send = useChange((text: string) => change('POST', route, { [asks]: text }), milestoneReadings, {
    onSuccess: () => {
      void message.success(say('action.done'));
      onClose();
    },
  });
  const [label, button] = [`task.asks.${code}`, `task.answer.${code}`];
  return (
    <TextForm
      label={say(isWord(label) ? label : 'task.asks')}
      send={say(isWord(button) ? button : 'task.answer-here')}
      least={2}
      isBusy={send.isPending}
      error={send.error}
      onSend={send.mutate}
      onCancel={onClose}
    />
  );
}
