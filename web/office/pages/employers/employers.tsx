import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import type { EmployerList, EmployerState } from '../../../../server/modules/employers/contract.ts';
import { beijingDay, sayDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { EmployerAside } from './employer-aside.tsx';

const route = getRouteApi('/employers');
const states: readonly EmployerState[] = ['registered', 'verified', 'refused'];

/** Employers that residents have registered: whose licence waits to be seen, and who acts for each. */
export function EmployersPage() {
  const { say, language } = useWords();
  const me = useSignedIn();
  const { employer: chosen, lang: _lang, ...filter } = route.useSearch();
  const navigate = useNavigate({ from: '/employers' });
  const list = useAsk<EmployerList>('/api/employers', filter, { keep: true, enabled: opens(me, 'employers') });
  const choose = (change: Partial<typeof filter>) =>
    void navigate({ search: (old) => ({ ...old, page: undefined, employer: undefined, ...change }), replace: true });
  if (!opens(me, 'employers')) return <NotYours />;
  const count = (state: EmployerState) => (list.data ? ` ${exact(list.data.counts[state])}` : '');
  return (
    <div className="page">
      <Heading title={say('employers.title')} lead={say('employers.lead')}>
        <Choices
          label={say('employers.state')}
          value={states.find((state) => state === filter.state) ?? 'all'}
          choices={[
            ...states.map((state) => ({ value: state, label: `${say(`employers.state.${state}`)}${count(state)}` })),
            { value: 'all' as const, label: say('employers.state.all') },
          ]}
          onChoose={(state) => choose({ state: state === 'all' ? undefined : state })}
        />
      </Heading>
      <div className="filters">
        <Input.Search
          className="search"
          aria-label={say('employers.search')}
          placeholder={say('employers.search')}
          defaultValue={filter.search}
          allowClear
          onSearch={(text) => choose({ search: text.trim() || undefined })}
        />
      </div>
      <Reading of={list}>
        {({ rows, total, page, size }) =>
          rows.length === 0 ? (
            <Empty title={say('employers.none')} hint={say('employers.none-hint')} />
          ) : (
            <div className={chosen ? 'split' : undefined}>
              <div>
                <Table
                  caption={say('employers.title')}
                  rows={rows}
                  rowKey={({ employer }) => employer}
                  selected={chosen}
                  columns={[
                    {
                      key: 'name',
                      title: say('employers.name'),
                      isRowTitle: true,
                      cell: ({ employer, name }) => (
                        <Link
                          from="/employers"
                          search={(old) => ({ ...old, employer: employer === chosen ? undefined : employer })}
                          resetScroll={false}
                        >
                          {name}
                        </Link>
                      ),
                    },
                    { key: 'code', title: say('employers.credit-code'), cell: ({ creditCode }) => creditCode },
                    {
                      key: 'state',
                      title: say('employers.state'),
                      cell: ({ state }) => <span className="tag">{say(`employers.state.${state}`)}</span>,
                    },
                    {
                      key: 'registered',
                      title: say('employers.registered'),
                      isOnlyWide: true,
                      cell: ({ registeredAt }) => sayDay(beijingDay(registeredAt), language),
                    },
                  ]}
                />
                <Pager
                  page={page}
                  size={size}
                  total={total}
                  onGo={(to) => void navigate({ search: (old) => ({ ...old, employer: undefined, page: to }) })}
                />
              </div>
              {chosen && <EmployerAside key={chosen} employer={chosen} />}
            </div>
          )
        }
      </Reading>
    </div>
  );
}
