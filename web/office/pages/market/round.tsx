import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DrawVerdicts, Round, ShownDraw } from '../../../../server/modules/market-standard/contract.ts';
import { address } from '../../../shared/client.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Problem, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { StationPart } from './station.tsx';

const route = getRouteApi('/market-rounds/$round');

/** One round: its stations with their grades, one of them in full, and the draws that anybody can repeat. */
export function MarketRoundPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { round: id } = route.useParams();
  const round = useAsk<Round>(`/api/market-rounds/${id}`);
  if (!opens(me, 'programme')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={round} title={say('market.title')}>
        {(read) => <Whole round={read} />}
      </Reading>
    </div>
  );
}

function Whole({ round }: { round: Round }) {
  const { say, language } = useWords();
  const { station: chosen } = route.useSearch();
  const shown =
    round.inRound.find(({ station }) => station === chosen) ?? (round.inRound.length === 1 ? round.inRound[0] : undefined);
  return (
    <>
      <Heading
        title={round.title}
        above={<Link to="/market-rounds">{say('market.title')}</Link>}
        lead={say('market.round-lead', {
          from: sayDay(round.from, language),
          to: sayDay(round.to, language),
          version: round.version,
          self: sayDay(round.selfDueOn, language),
          cross: sayDay(round.crossDueOn, language),
        })}
      >
        <Button href={address(`/api/market-rounds/${round.id}/proposal.docx`, { lang: language })} download>
          {say('market.proposal')}
        </Button>
      </Heading>
      <Table
        caption={say('market.stations')}
        rows={round.inRound}
        rowKey={({ station }) => station}
        selected={shown?.station}
        columns={[
          {
            key: 'station',
            title: say('market.station'),
            isRowTitle: true,
            cell: ({ station, name }) => (
              <Link from="/market-rounds/$round" search={(old) => ({ ...old, station })} resetScroll={false}>
                {say(name)}
              </Link>
            ),
          },
          {
            key: 'self',
            title: say('market.self'),
            cell: ({ self }) => say(`market.inspection.${self.state}`, { due: sayDay(self.dueOn, language), n: self.answered }),
          },
          {
            key: 'cross',
            title: say('market.cross'),
            cell: ({ cross }) =>
              say('market.cross-by', {
                name: cross.inspectorName ?? '',
                state: say(`market.inspection.${cross.state}`, { due: sayDay(cross.dueOn, language), n: cross.answered }),
              }),
          },
          { key: 'state', title: say('market.state'), cell: ({ state }) => say(`market.state.${state}`) },
          {
            key: 'grade',
            title: say('market.grade'),
            cell: ({ grade, points, ofPoints }) =>
              grade === null
                ? '—'
                : say('market.graded', { grade: say(`market.grade.${grade}`), points: points ?? 0, of: ofPoints ?? 0 }),
          },
        ]}
      />
      {shown && <StationPart key={shown.station} round={round} station={shown} />}
      <Draws round={round.id} draws={round.draws} />
    </>
  );
}

/** Seed and hash of every draw; drawing again happens on the server, from what was kept. */
function Draws({ round, draws }: { round: string; draws: readonly ShownDraw[] }) {
  const { say, language } = useWords();
  const verdicts = useAsk<DrawVerdicts>(`/api/market-rounds/${round}/draws`, {}, { enabled: false });
  return (
    <section className="section" aria-labelledby="draws">
      <h2 id="draws">{say('market.draws')}</h2>
      <p className="grey">{say('market.draws-hint')}</p>
      <div className="buttons">
        <Button loading={verdicts.isFetching} onClick={() => void verdicts.refetch()}>
          {say('market.verify')}
        </Button>
      </div>
      <Problem error={verdicts.error} />
      {draws.map((draw) => {
        const verdict = verdicts.data?.draws.find(({ id }) => id === draw.id);
        return (
          <div key={draw.id} className="market-draw">
            <h3>{say(`market.draw.${draw.purpose}`)}</h3>
            {verdict && (
              <p role="status">{say(verdict.isInputSame && verdict.isResultSame ? 'market.verified' : 'market.not-verified')}</p>
            )}
            <ul className="plain">
              {draw.result.map(({ what, who }) => (
                <li key={`${who} ${what.zh}`} className="market-line">
                  {draw.purpose === 'items' ? `${who} ${say(what)}` : say('market.drawn', { station: say(what), name: who })}
                </li>
              ))}
            </ul>
            <details className="as-table">
              <summary>{say('market.draw-numbers')}</summary>
              <dl className="facts">
                <dt>{say('market.draw-id')}</dt>
                <dd className="market-hash">{draw.id}</dd>
                <dt>{say('market.draw-hash')}</dt>
                <dd className="market-hash">{draw.inputHash}</dd>
                <dt>{say('market.draw-seed')}</dt>
                <dd className="market-hash">{draw.seed}</dd>
                <dt>{say('market.draw-at')}</dt>
                <dd>{sayMoment(draw.drawnAt, language)}</dd>
              </dl>
            </details>
          </div>
        );
      })}
    </section>
  );
}
