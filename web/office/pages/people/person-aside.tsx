import { Link } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { PastGrant, Person } from '../../../../server/modules/people/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords, type Word } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Problem } from '../../parts/notices.tsx';
import { RoleName } from '../../parts/role-name.tsx';
import { useUnitNames } from '../../places.ts';
import { AccountWork } from './account-work.tsx';
import { GrantForm } from './grant-form.tsx';
import type { GrantGiven } from './grant-given.ts';

/** One person: roles now and before, and what the security administrator may do about them. */
export function PersonAside({ person }: { person: Person }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const mayGrant = holds(useSignedIn(), 'security-administrator');
  return (
    <aside className="aside" aria-labelledby="person">
      <div className="aside-head">
        <h2 id="person">{person.name}</h2>
        <Link from="/people" search={(old) => ({ ...old, person: undefined })} resetScroll={false}>
          {say('shell.close')}
        </Link>
      </div>
      {person.suspendedAt && <p className="tag">{say('people.suspended', { why: person.suspendedWhy ?? '' })}</p>}
      <dl className="facts">
        <dt>{say('people.account')}</dt>
        <dd>{person.userName ?? person.email}</dd>
        <dt>{say('people.e-mail')}</dt>
        <dd>{person.email}</dd>
        <dt>{say('people.unit')}</dt>
        <dd>{person.unit ? unitNameOf(person.unit, person.unitName ?? undefined) : '—'}</dd>
        <dt>{say('people.second-factor')}</dt>
        <dd>
          {say(
            person.isDemo
              ? 'people.second-factor-skipped'
              : person.hasSecondFactor
                ? 'people.second-factor-on'
                : 'people.second-factor-off',
          )}
        </dd>
        <dt>{say('people.invited')}</dt>
        <dd>{sayDay(beijingDay(person.invitedAt), language)}</dd>
      </dl>
      {person.oneTimePasswordUntil && (
        <p className="grey">{say('people.one-time', { at: sayMoment(person.oneTimePasswordUntil, language) })}</p>
      )}
      <Roles person={person} mayGrant={mayGrant} />
      {mayGrant && <AccountWork person={person} />}
      <History account={person.account} />
    </aside>
  );
}

function Roles({ person, mayGrant }: { person: Person; mayGrant: boolean }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const [forms, setForms] = useState(0);
  const told = (word: Word) => void message.success(say(word));
  const grant = useChange((given: GrantGiven) => change('POST', `/api/people/${person.account}/roles`, given), ['/api/people'], {
    onSuccess: () => {
      setForms((count) => count + 1);
      told('people.granted');
    },
  });
  const end = useChange((id: string) => change('POST', `/api/people/roles/${id}/end`), ['/api/people'], {
    onSuccess: () => told('people.ended'),
  });
  return (
    <section className="aside-figure" aria-label={say('people.serving-roles')}>
      <h3>{say('people.serving-roles')}</h3>
      {person.grants.length === 0 && <p className="grey">{say('people.no-roles')}</p>}
      <ul className="plain">
        {person.grants.map((held) => (
          <li key={held.id} className="line">
            <span>
              <RoleName grant={held} />{' '}
              <span className="grey">{say('people.since', { day: sayDay(beijingDay(held.grantedAt), language) })}</span>
            </span>
            {mayGrant && (
              <Popconfirm
                title={say('people.end-role')}
                description={say('people.end-role-sure')}
                okText={say('people.end-role')}
                cancelText={say('action.cancel')}
                onConfirm={() => end.mutate(held.id)}
              >
                <Button size="small" loading={end.isPending}>
                  {say('people.end-role')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <Problem error={end.error ?? grant.error} />
      {mayGrant && (
        <details className="as-table">
          <summary>{say('people.grant')}</summary>
          <GrantForm key={forms} isBusy={grant.isPending} onGrant={(given) => grant.mutate(given)} />
        </details>
      )}
    </section>
  );
}

function History({ account }: { account: string }) {
  const { say, language } = useWords();
  const history = useAsk<readonly PastGrant[]>(`/api/people/${account}/roles`);
  if (!history.data || history.data.length === 0) return null;
  const by = (name: string | null, key: string | null) => name ?? (key?.startsWith('system') ? say('audit.system') : (key ?? ''));
  return (
    <details className="as-table aside-figure">
      <summary>{say('people.history')}</summary>
      <ul className="plain">
        {history.data.map((past) => (
          <li key={past.id}>
            <RoleName grant={past} />
            <p className="grey">
              {say('people.history-line', {
                from: sayMoment(past.grantedAt, language),
                by: by(past.grantedByName, past.grantedBy),
              })}
              {past.endedAt &&
                ` · ${say('people.history-ended', { to: sayMoment(past.endedAt, language), by: by(past.endedByName, past.endedBy) })}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
