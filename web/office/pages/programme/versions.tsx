import { Link } from '@tanstack/react-router';
import type { VersionSummary } from '../../../../server/modules/programme/draft/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Reading } from '../../parts/notices.tsx';
import { sayBy } from './say-by.ts';

/** Every confirmed version; none ever changes. */
export function Versions({ shown }: { shown: number }) {
  const { say, language } = useWords();
  const mayCompare = opens(useSignedIn(), 'drafts');
  const versions = useAsk<readonly VersionSummary[]>('/api/programme/versions');
  return (
    <aside className="aside aside-after" aria-labelledby="versions">
      <h2 id="versions">{say('programme.versions')}</h2>
      <Reading of={versions}>
        {(rows) => (
          <ul className="plain rows">
            {rows.map(({ version, measures, figures, confirmed, note }) => {
              const earlier = rows.find((row) => row.version === version - 1);
              return (
                <li key={version} aria-current={version === shown ? 'true' : undefined}>
                  <Link from="/programme" search={(old) => ({ ...old, version: String(version) })}>
                    {say('programme.version', { version })}
                  </Link>
                  <p className="grey">
                    {say('programme.version-line', {
                      measures,
                      figures,
                      by: sayBy(confirmed, say),
                      at: sayMoment(confirmed.at, language),
                    })}
                  </p>
                  {note && <p className="grey">{note}</p>}
                  {earlier && mayCompare && (
                    <Link to="/programme/compare" search={{ before: `version:${earlier.version}`, after: `version:${version}` }}>
                      {say('programme.compare-before', { version: earlier.version })}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Reading>
    </aside>
  );
}
