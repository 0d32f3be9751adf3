import { Link } from '@tanstack/react-router';
import type { ConsultationLine, ConsultationList } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { sayDue } from './say-due.ts';

/** The consultations: for the office all of them, for a liaison those that ask their unit. */
export function ConsultationsPage() {
  const { say, language } = useWords();
  const me = useSignedIn();
  const oversees = holds(me, 'programme-office', 'leader', 'evaluator');
  const list = useAsk<ConsultationList>('/api/consultations', {}, { enabled: opens(me, 'consultations') });
  if (!opens(me, 'consultations')) return <NotYours />;
  const isOffice = holds(me, 'programme-office');
  const start = isOffice && (
    <Link className="button-link" to="/consultations/new">
      {say('consult.new')}
    </Link>
  );
  return (
    <div className="page">
      <Heading title={say('consult.title')} lead={say(oversees ? 'consult.lead' : 'consult.lead-unit')}>
        {start}
      </Heading>
      <Reading of={list}>
        {({ consultations, today }) =>
          consultations.length === 0 ? (
            <Empty title={say('consult.none')} hint={say(isOffice ? 'consult.none-office' : 'consult.none-unit')} />
          ) : (
            <Table
              caption={say('consult.title')}
              rows={consultations}
              rowKey={({ consultation }) => consultation}
              columns={[
                {
                  key: 'title',
                  title: say('consult.paper'),
                  isRowTitle: true,
                  cell: ({ consultation, title }) => (
                    <Link to="/consultations/$consultation" params={{ consultation }} className="wrap">
                      {title}
                    </Link>
                  ),
                },
                { key: 'state', title: say('consult.state'), cell: ({ state }) => say(`consult.state.${state}`) },
                { key: 'due', title: say('consult.due'), cell: (line) => sayDue(line, today, say, language) },
                ...(oversees ? overseen(say) : own(say)),
              ]}
            />
          )
        }
      </Reading>
    </div>
  );
}

type Say = ReturnType<typeof useWords>['say'];

const overseen = (say: Say): Column<ConsultationLine>[] => [
  {
    key: 'answered',
    title: say('consult.answered'),
    cell: ({ asked, answered }) => say('consult.answered-of', { n: answered, all: asked }),
  },
  {
    key: 'opinions',
    title: say('consult.opinions'),
    cell: ({ opinions, unsettled }) => say('consult.opinions-of', { all: opinions, open: unsettled }),
  },
];

const own = (say: Say): Column<ConsultationLine>[] => [
  {
    key: 'own',
    title: say('consult.own'),
    cell: ({ own: units }) => units.map(({ unit, answer }) => <div key={unit}>{say(`consult.answer.${answer ?? 'none'}`)}</div>),
  },
];
