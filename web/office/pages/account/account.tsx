import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Problem } from '../../parts/notices.tsx';
import { RoleName } from '../../parts/role-name.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { ChangePassword } from '../sign-in/change-password.tsx';
import { Enrol } from '../sign-in/enrol.tsx';

/** One's own account: who one is here, password, second factor, sessions, language. */
export function AccountPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isEnrolling, enrol] = useState(false);
  const endAll = useChange(() => change('POST', '/api/me/end-sessions'), [], {
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/sign-in' });
    },
  });
  if (!me) return null;
  return (
    <div className="page account">
      <Heading title={say('account.title')} lead={`${say('account.who')} ${me.name}`} />
      <section className="section">
        <h2>{say('account.roles')}</h2>
        {me.grants.length === 0 && <p className="grey">{say('account.no-roles')}</p>}
        <ul className="plain">
          {me.grants.map((grant) => (
            <li key={`${grant.role} ${grant.unit} ${grant.area}`}>
              <RoleName grant={grant} />
              {!grant.unit && !grant.area && ` · ${say('account.whole-district')}`}
            </li>
          ))}
        </ul>
      </section>
      <section className="section">
        <h2>{say('account.factor')}</h2>
        {isEnrolling ? (
          <Enrol
            onDone={() => {
              enrol(false);
              void message.success(say('enrol.done'));
            }}
          />
        ) : (
          <>
            <p className="grey">{say(`account.factor.${me.secondFactor}`)}</p>
            {me.secondFactor === 'off' && <Button onClick={() => enrol(true)}>{say('enrol.begin')}</Button>}
          </>
        )}
      </section>
      {me.secondFactor !== 'identity-provider' && (
        <section className="section">
          <h2>{say('account.password')}</h2>
          <ChangePassword onDone={() => void message.success(say('password.changed'))} />
        </section>
      )}
      <section className="section">
        <h2>{say('account.sessions')}</h2>
        <p className="grey">{say('account.end-sessions-hint')}</p>
        <Problem error={endAll.error} />
        <Popconfirm
          title={say('account.end-sessions')}
          description={say('account.end-sessions-hint')}
          okText={say('action.confirm')}
          cancelText={say('action.cancel')}
          onConfirm={() => endAll.mutate(undefined)}
        >
          <Button loading={endAll.isPending}>{say('account.end-sessions')}</Button>
        </Popconfirm>
      </section>
      <section className="section">
        <h2>{say('account.language')}</h2>
        <LanguageSwitch />
      </section>
    </div>
  );
}
