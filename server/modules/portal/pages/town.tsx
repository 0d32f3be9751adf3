import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { TownDetail } from '../areas.ts';
import { doors as words } from '../words.ts';
import { ChineseName, Ring, Way } from './parts.tsx';
import type { Visit } from './visit.ts';

/** One street or town: where to go, and which communities and villages belong to it. */
export function townPage(visit: Visit, town: TownDetail): PageContent {
  const { language } = visit;
  const { telephone } = visit.contact;
  const lead = say(words.townLead, language, { office: officeOf(town.name), telephone });
  const body = (
    <>
      <Way to="/nearby">{say(words.allTowns, language)}</Way>
      <h1>
        <ChineseName name={town.name} language={language} />
      </h1>
      <p class="lead">{lead}</p>
      <Ring telephone={telephone} language={language} />
      <section aria-labelledby="communities">
        <h2 id="communities">{say(words.townCommunities, language)}</h2>
        {town.communities.length === 0 ? (
          <p>{say(words.townNoCommunities, language)}</p>
        ) : (
          <>
            <p class="quiet">{say(words.communities, language, { count: town.communities.length })}</p>
            <ul class="names" lang={language === 'zh' ? undefined : 'zh-CN'}>
              {town.communities.map((community) => (
                <li key={community.code}>{community.name}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
  return { title: town.name, description: lead, body };
}

/** A street is run by its 办事处, a town or township by its 政府. */
const officeOf = (name: string): string => `${name}${name.endsWith('街道') ? '办事处' : '政府'}`;
