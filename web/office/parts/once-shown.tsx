import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/words/index.ts';

/** Something secret that is shown once: what it is, what to do with it, and a button that copies it. */
export function OnceShown({
  title,
  hint,
  secret,
  onDone,
}: {
  title: string;
  hint: string;
  secret: string | null | undefined;
  onDone: () => void;
}) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      onCancel={onDone}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onDone}>
          {say('people.done')}
        </Button>
      }
    >
      {secret ? (
        <>
          <p className="secret">
            <code>{secret}</code>{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
            >
              {say(isCopied ? 'action.copied' : 'action.copy')}
            </button>
          </p>
          <p>{hint}</p>
        </>
      ) : (
        <p>{say('people.password-gone')}</p>
      )}
    </Modal>
  );
}
