import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Person } from '../../../../server/modules/people/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { OnceShown } from '../../parts/once-shown.tsx';

/** A forgotten password, a lost phone, somebody who left: each asks once, and says what it does. */
export function AccountWork({ person: { account, suspendedAt } }: { person: Person }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [secret, setSecret] = useState<string | null>();
  const at = (what: string) => `/api/people/${account}/${what}`;
  const password = useChange(() => change<{ oneTimePassword: string | null }>('POST', at('reset-password')), ['/api/people'], {
    onSuccess: ({ oneTimePassword }) => setSecret(oneTimePassword),
  });
  const factor = useChange(() => change('POST', at('reset-second-factor')), ['/api/people'], {
    onSuccess: () => void message.success(say('people.reset-factor-done')),
  });
  const suspend = useChange(({ why }: { why: string }) => change('POST', at('suspend'), { why }), ['/api/people']);
  const reinstate = useChange(() => change('POST', at('reinstate')), ['/api/people'], {
    onSuccess: () => void message.success(say('people.reinstated')),
  });
  const sure = { okText: say('action.confirm'), cancelText: say('action.cancel') };
  return (
    <section className="aside-figure" aria-label={say('people.account-work')}>
      <h3>{say('people.account-work')}</h3>
      <Problem error={password.error ?? factor.error ?? suspend.error ?? reinstate.error} />
      <div className="buttons">
        <Popconfirm
          {...sure}
          title={say('people.reset-password')}
          description={say('people.reset-password-sure')}
          onConfirm={() => password.mutate(undefined)}
        >
          <Button loading={password.isPending}>{say('people.reset-password')}</Button>
        </Popconfirm>
        <Popconfirm
          {...sure}
          title={say('people.reset-factor')}
          description={say('people.reset-factor-sure')}
          onConfirm={() => factor.mutate(undefined)}
        >
          <Button loading={factor.isPending}>{say('people.reset-factor')}</Button>
        </Popconfirm>
        {suspendedAt && (
          <Button loading={reinstate.isPending} onClick={() => reinstate.mutate(undefined)}>
            {say('people.reinstate')}
          </Button>
        )}
      </div>
      {!suspendedAt && (
        <details className="as-table">
          <summary>{say('people.suspend')}</summary>
          <p className="grey">{say('people.suspend-sure')}</p>
          <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(given) => suspend.mutate(given)}>
            <Form.Item
              name="why"
              label={say('people.suspend-why')}
              rules={[{ required: true, whitespace: true, message: say('people.missing') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Button danger htmlType="submit" loading={suspend.isPending}>
              {say('people.suspend')}
            </Button>
          </Form>
        </details>
      )}
      <OnceShown
        title={say('people.password-once')}
        hint={say('people.password-once-hint')}
        secret={secret}
        onDone={() => setSecret(undefined)}
      />
    </section>
  );
}
