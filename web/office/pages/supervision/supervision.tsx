import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Rules } from '../../../../server/modules/supervision/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { Quiet } from './quiet.tsx';
import { RulesForm } from './rules-form.tsx';
import { RulesText } from './rules-text.tsx';

/** The rules of supervision: read by everybody concerned, changed by the programme office. */
export function SupervisionPage() {
  const { say } = useWords();
  const rules = useAsk<Rules>('/api/supervision/rules');
  return (
    <div className="page">
      <Reading of={rules} title={say('rules.title')}>
        {(read) => <Whole rules={read} />}
      </Reading>
    </div>
  );
}

function Whole({ rules }: { rules: Rules }) {
  const { say, language } = useWords();
  const mayEdit = holds(useSignedIn(), 'programme-office');
  const [isEditing, setEditing] = useState(false);
  const shown = rules.upcoming?.content ?? rules.content;
  const standing = rules.validFrom
    ? say('rules.in-force', { version: rules.version, day: sayDay(rules.validFrom, language) })
    : say('rules.in-force-presets');
  return (
    <>
      <Heading
        title={say('rules.title')}
        above={<Link to="/notices">{say('notices.title')}</Link>}
        lead={say('text.sentences', { one: say('rules.lead'), next: standing })}
      >
        {mayEdit && !isEditing && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {say('rules.edit')}
          </Button>
        )}
      </Heading>
      {rules.upcoming && (
        <p className="past-line">
          {say('rules.upcoming', { version: rules.upcoming.version, day: sayDay(rules.upcoming.validFrom, language) })}
        </p>
      )}
      <div className="split">
        <div>
          {isEditing ? (
            <RulesForm rules={rules} onDone={() => setEditing(false)} />
          ) : (
            <RulesText content={shown} presets={rules.presets} />
          )}
        </div>
        <aside className="aside aside-after" aria-label={say('quiet.title')}>
          <Quiet quiet={rules.quiet} mayEdit={mayEdit} />
          <Versions rules={rules} />
        </aside>
      </div>
    </>
  );
}

function Versions({ rules: { versions } }: { rules: Rules }) {
  const { say, language } = useWords();
  return (
    <section className="aside-figure" aria-labelledby="versions">
      <h2 id="versions">{say('rules.versions')}</h2>
      {versions.length === 0 && <p className="grey">{say('rules.versions-none')}</p>}
      <ul className="plain">
        {versions.map(({ version, validFrom, note, setByName, setAt }) => (
          <li key={version} className="version-line">
            {say('rules.version-line', { version, day: sayDay(validFrom, language) })}
            <p className="grey">{say('rules.version-by', { note, name: setByName, at: sayMoment(setAt, language) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
