import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CountableKind, DraftSummary, PaperSummary, Version } from '../../../../server/modules/programme/draft/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDay, sayMoment } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { sayValue, totalOf } from '../../figure-format.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { sayBy } from './say-by.ts';
import { sayRule } from './say-rule.ts';
import { Versions } from './versions.tsx';

const route = getRouteApi('/programme');

/** What is promised and how it is counted: the version in force or an older one, and the papers on their way. */
export function ProgrammePage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { version } = route.useSearch();
  const shown = useAsk<Version>(version ? `/api/programme/versions/${encodeURIComponent(version)}` : '/api/programme');
  const mayDraft = holds(me, 'programme-office');
  return (
    <div className="page">
      {isRefusal(shown.error, 'no-programme') ? (
        <>
          <Heading title={say('programme.title')} />
          <Empty title={say('programme.none')} hint={say('programme.none-hint')}>
            {mayDraft && (
              <Link className="go" to="/programme/new">
                {say('programme.new')}
              </Link>
            )}
          </Empty>
        </>
      ) : (
        <Reading of={shown} title={say('programme.title')}>
          {(programme) => <Shown version={programme} isOld={version !== undefined} mayDraft={mayDraft} />}
        </Reading>
      )}
      {opens(me, 'drafts') && <Papers mayDraft={mayDraft} />}
    </div>
  );
}

function Shown({ version, isOld, mayDraft }: { version: Version; isOld: boolean; mayDraft: boolean }) {
  const { say, language } = useWords();
  const { programme, confirmed } = version;
  const params = {
    version: version.version,
    by: sayBy(confirmed, say),
    at: sayDay(beijingDay(confirmed.at), language),
    until: sayDay(programme.validUntil, language),
  };
  return (
    <>
      <Heading title={say(programme.title)} above={say('programme.title')} lead={say('programme.in-force', params)}>
        {mayDraft && (
          <Link to="/programme/new" className="button-link">
            {say('programme.new')}
          </Link>
        )}
      </Heading>
      {isOld && (
        <p className="past-line">
          {say('programme.old-version', { version: version.version })}{' '}
          <Link from="/programme" search={({ lang }) => ({ lang })}>
            {say('programme.see-in-force')}
          </Link>
        </p>
      )}
      <div className="split">
        <Measures version={version} />
        <Versions shown={version.version} />
      </div>
    </>
  );
}

function Measures({ version: { programme } }: { version: Version }) {
  const { say, language } = useWords();
  const kinds = useAsk<readonly CountableKind[]>('/api/programme/kinds', {}, { enabled: opens(useSignedIn(), 'drafts') });
  const names = new Map(programme.units.map(({ code, name }) => [code, name]));
  const units = (codes: readonly string[]) =>
    codes.map((code) => say(names.get(code) ?? { zh: code, en: code })).join(say('text.and'));
  return (
    <div>
      {programme.goalAreas.map((area) => (
        <section key={area.no} className="goal-area">
          <h2>{say('ledger.goal-area', { no: area.no, title: say(area.title) })}</h2>
          {programme.measures
            .filter((measure) => measure.area === area.no)
            .map((measure) => (
              <article key={measure.no} className="promise">
                <h3>
                  {measure.no}　{say(measure.title)}
                </h3>
                <p className="grey">
                  {say('ledger.lead-short', { units: units(measure.lead) })}
                  {measure.cooperating.length > 0 &&
                    `${say('text.then')}${say('text.pair', { name: say('ledger.cooperating'), value: units(measure.cooperating) })}`}
                </p>
                {measure.figures.length === 0 && <p className="grey">{say('ledger.no-figures')}</p>}
                <ul className="promise-figures">
                  {measure.figures.map((figure) => (
                    <li key={figure.code}>
                      <Link to="/figures/$code" params={{ code: figure.code }}>
                        {say(figure.title)}
                      </Link>
                      {say('text.name', { name: '' })}
                      {say(`per.${figure.target.per}`, {
                        comparator: say(`comparator.${figure.target.comparator}`),
                        value: sayValue(figure, figure.target.value, language),
                        total: sayValue(figure, totalOf(figure.target, programme.startsOn), language),
                        by: sayDay(figure.target.by, language),
                      })}
                      {kinds.data && (
                        <span className="promise-rule">
                          {say('text.pair', { name: say('programme.counted-by'), value: sayRule(figure.count, kinds.data, say) })}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </article>
            ))}
        </section>
      ))}
    </div>
  );
}

/** Papers uploaded, with the draft that each is on its way in. */
function Papers({ mayDraft }: { mayDraft: boolean }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const papers = useAsk<readonly PaperSummary[]>('/api/programme/papers');
  const drafts = useAsk<readonly DraftSummary[]>('/api/programme/drafts');
  const start = useChange(
    (paper: string) => change<{ draft: string }>('POST', `/api/programme/papers/${paper}/draft`),
    ['/api/programme'],
    {
      onSuccess: ({ draft }) => void navigate({ to: '/programme/drafts/$draft', params: { draft } }),
    },
  );
  return (
    <section className="section" aria-labelledby="papers">
      <h2 id="papers" className="section-head">
        {say('programme.papers')}
      </h2>
      <Problem error={start.error} />
      <Reading of={papers}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="grey">{say('programme.papers-none')}</p>
          ) : (
            <ul className="plain rows">
              {rows.map((paper) => (
                <li key={paper.paper} className="line">
                  <div>
                    <b>{paper.title ?? paper.name}</b>{' '}
                    {paper.version !== null && (
                      <span className="tag">{say('programme.paper-version', { version: paper.version })}</span>
                    )}
                    <p className="grey">
                      {paper.name} ·{' '}
                      {say('programme.paper-line', {
                        measures: paper.measures,
                        figures: paper.figures,
                        by: sayBy(paper.uploaded, say),
                        at: sayMoment(paper.uploaded.at, language),
                      })}
                    </p>
                  </div>
                  <div className="buttons">
                    <Link to="/programme/compare" search={{ before: 'version', after: `paper:${paper.paper}` }}>
                      {say('programme.compare-paper')}
                    </Link>
                    {paper.draft ? (
                      <Link to="/programme/drafts/$draft" params={{ draft: paper.draft }}>
                        {say('programme.go-on')}
                        {unconfirmedOf(drafts.data, paper.draft)}
                      </Link>
                    ) : (
                      mayDraft && (
                        <Button
                          size="small"
                          loading={start.isPending && start.variables === paper.paper}
                          onClick={() => start.mutate(paper.paper)}
                        >
                          {say('programme.start')}
                        </Button>
                      )
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}

const unconfirmedOf = (drafts: readonly DraftSummary[] | undefined, draft: string): string => {
  const found = drafts?.find((one) => one.draft === draft);
  return found ? ` (${found.unconfirmed})` : '';
};

/** 年均 promises are held against the whole of their years, counted as the server counts them. */
