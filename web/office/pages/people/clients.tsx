import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Client } from '../../../../server/modules/people/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { OnceShown } from '../../parts/once-shown.tsx';
import { RoleName } from '../../parts/role-name.tsx';
import { Table } from '../../parts/table.tsx';
import { GrantForm } from './grant-form.tsx';
import type { GrantGiven } from './grant-given.ts';

/** Programs of other systems: what they may do, and their tokens, which are shown once and can be revoked. */
export function Clients() {
  const { say, language } = useWords();
  const mayGrant = holds(useSignedIn(), 'security-administrator');
  const clients = useAsk<readonly Client[]>('/api/clients');
  const revoke = useChange((id: string) => change('POST', `/api/clients/${id}/revoke`), ['/api/clients']);
  return (
    <>
      <p className="grey lead">{say('people.client-lead')}</p>
      <Problem error={revoke.error} />
      {mayGrant && <NewClient />}
      <Reading of={clients}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('people.clients-none')} hint={say('people.clients-none-hint')} />
          ) : (
            <Table
              caption={say('people.clients')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', title: say('people.client-name'), isRowTitle: true, cell: ({ name }) => name },
                {
                  key: 'roles',
                  title: say('people.roles'),
                  cell: ({ grants }) =>
                    grants.map((grant) => (
                      <div key={`${grant.role} ${grant.unit} ${grant.area}`}>
                        <RoleName grant={grant} />
                      </div>
                    )),
                },
                { key: 'created', title: say('people.client-created'), cell: ({ createdAt }) => sayMoment(createdAt, language) },
                {
                  key: 'standing',
                  title: say('people.standing'),
                  cell: ({ id, revokedAt }) =>
                    revokedAt ? (
                      say('people.client-revoked', { at: sayMoment(revokedAt, language) })
                    ) : mayGrant ? (
                      <Popconfirm
                        title={say('people.client-revoke')}
                        description={say('people.client-revoke-sure')}
                        okText={say('people.client-revoke')}
                        cancelText={say('action.cancel')}
                        onConfirm={() => revoke.mutate(id)}
                      >
                        <Button size="small">{say('people.client-revoke')}</Button>
                      </Popconfirm>
                    ) : (
                      say('people.standing.serving')
                    ),
                },
              ]}
            />
          )
        }
      </Reading>
    </>
  );
}

function NewClient() {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState<string | null>();
  const create = useChange(
    (grant: GrantGiven) =>
      change<{ client: string; token: string | null }>('POST', '/api/clients', { name: name.trim(), grants: [grant] }),
    ['/api/clients'],
    {
      onSuccess: ({ token }) => {
        setName('');
        setSecret(token);
      },
    },
  );
  return (
    <details className="as-table narrow-form">
      <summary>{say('people.client-new')}</summary>
      <Problem error={create.error} />
      <Form layout="vertical" component={false}>
        <Form.Item label={say('people.client-name')} htmlFor="client-name">
          <Input id="client-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
      </Form>
      <GrantForm forPrograms isBusy={create.isPending} onGrant={(grant) => name.trim() && create.mutate(grant)} />
      <OnceShown
        title={say('people.client-token')}
        hint={say('people.client-token-hint')}
        secret={secret}
        onDone={() => setSecret(undefined)}
      />
    </details>
  );
}
