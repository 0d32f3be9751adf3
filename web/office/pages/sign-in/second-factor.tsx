import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import type { SignInAnswer } from './sign-in.tsx';

type Given = { readonly code: string } | { readonly backupCode: string };

export function SecondFactor({
  onAnswer,
  onStartOver,
}: {
  onAnswer: (answer: SignInAnswer) => Promise<void>;
  onStartOver: () => void;
}) {
  const { say } = useWords();
  const [isBackup, useBackup] = useState(false);
  const verify = useChange((given: Given) => change<SignInAnswer>('POST', '/api/sign-in/second-factor', given), [], {
    onSuccess: onAnswer,
  });
  return (
    <>
      <h1>{say('sign-in.code-title')}</h1>
      <p className="door-lead">{say('sign-in.code-lead')}</p>
      <Problem error={verify.error} />
      <Form<{ given: string }>
        key={String(isBackup)}
        layout="vertical"
        requiredMark={false}
        disabled={verify.isPending}
        onFinish={({ given }) => verify.mutate(isBackup ? { backupCode: given.trim() } : { code: given.replace(/\s/g, '') })}
      >
        <Form.Item
          name="given"
          label={say(isBackup ? 'sign-in.backup-code' : 'sign-in.code')}
          rules={[{ required: true, min: 6, message: say('sign-in.code-missing') }]}
        >
          <Input
            className="code-field"
            size="large"
            autoFocus
            autoComplete="one-time-code"
            inputMode={isBackup ? 'text' : 'numeric'}
            maxLength={20}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={verify.isPending}>
          {say('sign-in.verify')}
        </Button>
      </Form>
      <div className="door-links">
        <button type="button" className="link-button" onClick={() => useBackup(!isBackup)}>
          {say(isBackup ? 'sign-in.use-code' : 'sign-in.backup')}
        </button>
        <button type="button" className="link-button" onClick={onStartOver}>
          {say('sign-in.start-over')}
        </button>
      </div>
    </>
  );
}
