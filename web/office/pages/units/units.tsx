import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import type { Lights } from '../../../../server/modules/lights/contract.ts';
import type { UnitList, UnitPart } from '../../../../server/modules/plans/contract.ts';
import { worstFirst } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { unitsOf, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { LitLight } from '../../parts/lit-light.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { sayReason } from '../../say-reason.ts';

const route = getRouteApi('/units');
type LitUnit = UnitPart & { readonly lit: Lights['units'][number] | undefined };

/** Every unit with a part in the programme, the most urgent first. */
export function UnitsPage() {
  const { say } = useWords();
  const units = useAsk<UnitList>('/api/units');
  const lights = useAsk<Lights>('/api/lights', {}, { every: 60_000 });
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/units' });
  return (
    <div className="page">
      <Heading title={say('units.title')} lead={say('units.lead')} />
      <div className="filters">
        <Input
          className="search"
          allowClear
          aria-label={say('units.find')}
          placeholder={say('units.find')}
          value={search.search ?? ''}
          onChange={(event) =>
            void navigate({ search: (old) => ({ ...old, search: event.target.value || undefined }), replace: true })
          }
        />
      </div>
      <Reading of={units}>
        {({ units: all }) => {
          const found = all
            .filter(
              ({ name }) =>
                !search.search || name.zh.includes(search.search) || name.en.toLowerCase().includes(search.search.toLowerCase()),
            )
            .map((unit): LitUnit => ({ ...unit, lit: lights.data?.units.find(({ code }) => code === unit.code) }));
          const groups = [
            { key: 'departments', own: found.filter(({ isTown }) => !isTown) },
            { key: 'towns', own: found.filter(({ isTown }) => isTown) },
          ] as const;
          if (found.length === 0) return <Empty title={say('units.none')} />;
          return groups
            .filter(({ own }) => own.length > 0)
            .map(({ key, own }) => (
              <section key={key} className="unit-group" aria-labelledby={`units-${key}`}>
                <h2 id={`units-${key}`}>{say(`units.${key}`)}</h2>
                <UnitTable units={own} caption={say(`units.${key}`)} />
              </section>
            ));
        }}
      </Reading>
    </div>
  );
}

function UnitTable({ units, caption }: { units: readonly LitUnit[]; caption: string }) {
  const { say, language } = useWords();
  const mine = unitsOf(useSignedIn());
  const urgency = ({ lit }: LitUnit) => worstFirst.indexOf(lit?.light ?? 'unpromised');
  return (
    <Table<LitUnit>
      caption={caption}
      rows={units.toSorted((one, other) => urgency(one) - urgency(other))}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'unit',
          title: say('units.unit'),
          isRowTitle: true,
          width: '240px',
          cell: ({ code, name }) => (
            <>
              <Link to="/units/$unit" params={{ unit: code }}>
                {say(name)}
              </Link>{' '}
              {mine.includes(code) && <span className="tag">{say('shell.my-unit')}</span>}
            </>
          ),
        },
        {
          key: 'light',
          title: say('ledger.light'),
          width: '90px',
          cell: ({ code, name, lit }) =>
            lit?.light ? (
              <LitLight light={lit.light} subject={`unit:${code}`} title={say(name)} />
            ) : (
              <span className="grey">—</span>
            ),
        },
        {
          key: 'leads',
          title: say('units.leads'),
          width: '110px',
          cell: ({ leads }) => (leads.length > 0 ? leads.join(say('text.and')) : '—'),
        },
        {
          key: 'cooperates',
          title: say('units.cooperates'),
          width: '250px',
          isOnlyWide: true,
          cell: ({ cooperates }) => (cooperates.length > 0 ? cooperates.join(say('text.and')) : '—'),
        },
        {
          key: 'worst',
          title: say('units.worst'),
          cell: ({ lit }) => {
            const worst = lit?.parts[0];
            if (!worst || worst.light === 'ahead' || worst.light === 'on-path') return <span className="grey">—</span>;
            return worst.subject.startsWith('notice:')
              ? say(worst.title)
              : say('text.pair', { name: say(worst.title), value: sayReason(worst.why, worst.countedIn, say, language) });
          },
        },
      ]}
    />
  );
}
