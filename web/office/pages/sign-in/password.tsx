import { Button, Form, Input } from 'antd';
import type { StaffRole } from '../../../../server/kernel/actor/actor.ts';
import { change } from '../../../shared/client.ts';
import type { Said } from '../../../shared/language.tsx';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import type { SignInAnswer } from './sign-in.tsx';

type Credentials = { readonly name: string; readonly password: string };
/** `GET /api/sign-in`: what the door offers. */
type Offer = {
  readonly identityProvider: boolean;
  readonly demoAccounts: readonly { userName: string; password: string; role: StaffRole; name: Said }[];
};

export function Password({ onAnswer }: { onAnswer: (answer: SignInAnswer) => Promise<void> }) {
  const { say } = useWords();
  const offer = useAsk<Offer>('/api/sign-in');
  const signIn = useChange((given: Credentials) => change<SignInAnswer>('POST', '/api/sign-in', given), [], {
    onSuccess: onAnswer,
  });
  return (
    <>
      <h1>{say('sign-in.title')}</h1>
      <p className="door-lead">{say('sign-in.lead')}</p>
      <Problem error={signIn.error} />
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => signIn.mutate(given)}
        disabled={signIn.isPending}
      >
        <Form.Item name="name" label={say('sign-in.name')} rules={[{ required: true, message: say('sign-in.name-missing') }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('sign-in.password')}
          rules={[{ required: true, message: say('sign-in.password-missing') }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {say('sign-in.go')}
        </Button>
      </Form>
      {offer.data?.identityProvider && (
        <Button className="door-provider" size="large" block href="/api/sign-in/identity-provider">
          {say('sign-in.provider')}
        </Button>
      )}
      {offer.data && offer.data.demoAccounts.length > 0 && (
        <section className="door-demo" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{say('sign-in.demo')}</h2>
          <p className="grey">{say('sign-in.demo-hint')}</p>
          <div className="door-demo-accounts">
            {offer.data.demoAccounts.map(({ userName, password, role, name }) => (
              <Button
                key={userName}
                disabled={signIn.isPending}
                onClick={() => signIn.mutate({ name: userName, password })}
                title={say(name)}
              >
                {say(`role.${role}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
