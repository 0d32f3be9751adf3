import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { People } from '../../../../server/modules/people/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Pager } from '../../parts/pager.tsx';
import { RoleName } from '../../parts/role-name.tsx';
import { Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';
import { NotYours } from '../../shell/missing.tsx';
import { Clients } from './clients.tsx';
import { Invite } from './invite.tsx';
import { PersonAside } from './person-aside.tsx';
import { roles } from './role-list.ts';

const route = getRouteApi('/people');

/** Who may do what: everybody with an account, and the programs of other systems. */
export function PeoplePage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { view } = route.useSearch();
  const navigate = useNavigate({ from: '/people' });
  const [isInviting, invite] = useState(false);
  if (!opens(me, 'people')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('people.title')} lead={say('people.lead')}>
        <Choices
          label={say('people.title')}
          value={view === 'clients' ? 'clients' : 'people'}
          choices={[
            { value: 'people', label: say('people.people') },
            { value: 'clients', label: say('people.clients') },
          ]}
          onChoose={(chosen) =>
            void navigate({ search: ({ lang }) => ({ lang, view: chosen === 'clients' ? 'clients' : undefined }) })
          }
        />
        {view !== 'clients' && (
          <Button type="primary" onClick={() => invite(true)}>
            {say('people.invite')}
          </Button>
        )}
      </Heading>
      {view === 'clients' ? <Clients /> : <Staff />}
      <Invite isOpen={isInviting} onClose={() => invite(false)} />
    </div>
  );
}

function Staff() {
  const { say } = useWords();
  const unitNameOf = useUnitNames();
  const { view: _view, person: chosen, lang: _lang, ...filter } = route.useSearch();
  const navigate = useNavigate({ from: '/people' });
  const people = useAsk<People>('/api/people', filter, { keep: true });
  return (
    <>
      <Filters />
      <Reading of={people}>
        {({ rows, total, page, size }) => {
          const person = rows.find(({ account }) => account === chosen);
          if (rows.length === 0) return <Empty title={say('people.none')} hint={say('people.none-hint')} />;
          return (
            <div className={person ? 'split' : undefined}>
              <div>
                <Table
                  caption={say('people.title')}
                  rows={rows}
                  rowKey={({ account }) => account}
                  selected={chosen}
                  columns={[
                    {
                      key: 'name',
                      title: say('people.name'),
                      isRowTitle: true,
                      cell: ({ account, name }) => (
                        <Link
                          from="/people"
                          search={(old) => ({ ...old, person: account === chosen ? undefined : account })}
                          resetScroll={false}
                        >
                          {name}
                        </Link>
                      ),
                    },
                    { key: 'account', title: say('people.account'), cell: ({ userName, email }) => userName ?? email },
                    {
                      key: 'unit',
                      title: say('people.unit'),
                      cell: ({ unitName, unit }) => (unit ? unitNameOf(unit, unitName ?? undefined) : '—'),
                    },
                    {
                      key: 'roles',
                      title: say('people.roles'),
                      cell: ({ grants, suspendedAt }) => (
                        <>
                          {grants.length === 0 && <span className="grey">{say('people.standing.without-role')}</span>}
                          {grants.map((grant) => (
                            <div key={grant.id}>
                              <RoleName grant={grant} />
                            </div>
                          ))}
                          {suspendedAt && <span className="tag">{say('people.standing.suspended')}</span>}
                        </>
                      ),
                    },
                  ]}
                />
                <Pager
                  page={page}
                  size={size}
                  total={total}
                  onGo={(to) => void navigate({ search: (old) => ({ ...old, person: undefined, page: to }) })}
                />
              </div>
              {person && <PersonAside person={person} />}
            </div>
          );
        }}
      </Reading>
    </>
  );
}

function Filters() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/people' });
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, page: undefined, person: undefined, ...change }), replace: true });
  return (
    <div className="filters">
      <Input.Search
        className="search"
        aria-label={say('people.search')}
        placeholder={say('people.search')}
        defaultValue={search.search}
        allowClear
        onSearch={(text) => choose({ search: text.trim() || undefined })}
      />
      <label className="filter">
        <span>{say('people.role')}</span>
        <select
          className="native"
          value={search.role ?? ''}
          onChange={(event) => choose({ role: event.target.value || undefined })}
        >
          <option value="">{say('people.role-any')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {say(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <span>{say('people.standing')}</span>
        <select
          className="native"
          value={search.standing ?? ''}
          onChange={(event) => choose({ standing: event.target.value || undefined })}
        >
          <option value="">{say('people.standing-any')}</option>
          {(['serving', 'suspended', 'without-role'] as const).map((standing) => (
            <option key={standing} value={standing}>
              {say(`people.standing.${standing}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
