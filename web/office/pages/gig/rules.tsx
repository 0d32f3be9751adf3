import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { GigRules, RuleContent, RuleKind } from '../../../../server/modules/gigs/rules/contract.ts';
import { sayDayInFull, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleText } from './rule-text.tsx';
import { Weather } from './weather.tsx';

const route = getRouteApi('/gig/rules');
const kinds = ['cost', 'terms', 'weather', 'fairness'] as const satisfies readonly RuleKind[];

/** The rules of the gig market: what is in force, what is to come, what was set why; and new ones, dated and with a reason. */
export function GigRulesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/rules' });
  const rules = useAsk<GigRules>('/api/gig-rules');
  if (!opens(me, 'gig-market')) return <NotYours />;
  const kind = kinds.find((one) => one === search.kind) ?? 'cost';
  const isSetting = search.set === 'new' && holds(me, 'programme-office');
  const go = (to: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...to }), replace: true, resetScroll: false });
  return (
    <div className="page">
      <Heading title={say('gigs.rules')} lead={say('gigs.rules-lead')}>
        {holds(me, 'programme-office') && !isSetting && (
          <Button type="primary" onClick={() => go({ set: 'new' })}>
            {say('gigs.rule-new')}
          </Button>
        )}
      </Heading>
      <div className="filters">
        <Choices
          label={say('gigs.rule-kinds')}
          value={kind}
          choices={kinds.map((value) => ({ value, label: say(`gigs.rule-kind.${value}`) }))}
          onChoose={(value) => go({ kind: value === 'cost' ? undefined : value, set: undefined })}
        />
      </div>
      <Reading of={rules}>
        {(found) =>
          isSetting ? (
            <RuleForm key={kind} kind={kind} rules={found} onDone={() => go({ set: undefined })} />
          ) : (
            <>
              {kind === 'weather' && <Weather />}
              <InForce kind={kind} rules={found} />
              <SetBefore kind={kind} rules={found} />
            </>
          )
        }
      </Reading>
    </div>
  );
}

function InForce({ kind, rules }: { kind: RuleKind; rules: GigRules }) {
  const { say, language } = useWords();
  const rule = rules[kind];
  const coming = rules.set.filter((one) => one.kind === kind && one.from > rules.day).toReversed();
  return (
    <section className="section">
      <h2>{say('gigs.rule-in-force')}</h2>
      <p className="grey">{say('gigs.rule-version', { version: rule.version, day: sayDayInFull(rule.from, language) })}</p>
      <RuleText kind={kind} content={rule} />
      {coming.map(({ id, from, content, reason }) => (
        <details key={id} className="as-table">
          <summary>{say('gigs.rule-to-come', { day: sayDayInFull(from, language), reason })}</summary>
          <RuleText kind={kind} content={asContent(content)} beside={rule} />
        </details>
      ))}
    </section>
  );
}

function SetBefore({ kind, rules }: { kind: RuleKind; rules: GigRules }) {
  const { say, language } = useWords();
  const set = rules.set.filter((one) => one.kind === kind);
  return (
    <section className="section">
      <h2>{say('gigs.rule-set-by')}</h2>
      {set.length === 0 ? (
        <p className="grey">{say('gigs.rule-never-set')}</p>
      ) : (
        <ul className="plain rows">
          {set.map(({ id, from, reason, setByName, setAt, content }) => (
            <li key={id}>
              <p>
                <b>{say('gigs.rule-from', { day: sayDayInFull(from, language), version: asContent(content).version })}</b> ·{' '}
                {reason}
                <br />
                <span className="grey">{say('gigs.rule-by', { name: setByName, at: sayMoment(setAt, language) })}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whatever was set was looked at by the server, which wants both. */
const asContent = (content: unknown): RuleContent => content as RuleContent; // reason: as said
