import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { BulletinView } from '../../../../server/modules/bulletins/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { Actions, Refreeze } from './actions.tsx';
import { DifferencesView } from './differences.tsx';
import { EditWords } from './edit-words.tsx';
import { sayNumber } from './say.ts';
import { VerificationView } from './verification.tsx';

const route = getRouteApi('/bulletins/$bulletin');
const views = ['read', 'words', 'verify', 'differences'] as const;
type View = (typeof views)[number];

/** One bulletin: to read as it will be printed, to edit its words, to prove its numbers, to hold against today. */
export function BulletinPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { bulletin } = route.useParams();
  const read = useAsk<BulletinView>(`/api/bulletins/${bulletin}`, {}, { enabled: opens(me, 'bulletins') });
  if (!opens(me, 'bulletins')) return <NotYours />;
  const above = <Link to="/bulletins">{say('bulletins.title')}</Link>;
  return (
    <div className="page bulletin">
      {isRefusal(read.error, 'bulletin-not-frozen') ? (
        <>
          <Heading title={say('bulletin.not-frozen')} above={above} />
          <Empty title={say('bulletin.not-frozen')} hint={say('bulletin.not-frozen-hint')}>
            <Refreeze bulletin={bulletin} />
          </Empty>
        </>
      ) : (
        <Reading of={read} title={say('bulletins.title')}>
          {(view) => (
            <>
              <Heading title={say(view.title)} above={above} lead={leadOf(view, say)}>
                <Actions view={view} />
              </Heading>
              <Shown view={view} />
            </>
          )}
        </Reading>
      )}
    </div>
  );
}

const leadOf = (view: BulletinView, say: Say): string =>
  view.number === null
    ? say(`bulletins.state.${view.state}`)
    : `${sayNumber(view, say)} · ${say(`bulletins.state.${view.state}`)}${view.isPublic && view.state === 'released' ? ` · ${say('bulletins.public')}` : ''}`;

function Shown({ view }: { view: BulletinView }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/bulletins/$bulletin' });
  const possible = views.filter((one) => one !== 'words' || (view.mayWrite && view.state === 'draft'));
  const shown: View = possible.find((one) => one === search.view) ?? 'read';
  return (
    <>
      <Standing view={view} />
      <Choices
        label={say('bulletin.view')}
        value={shown}
        choices={possible.map((value) => ({ value, label: say(`bulletin.view.${value}`) }))}
        onChoose={(value) =>
          void navigate({ search: (old) => ({ ...old, view: value === 'read' ? undefined : value }), replace: true })
        }
      />
      {/* Whatever is looked at, the paper is what is printed. */}
      <div
        className={shown === 'read' ? 'bulletin-paper' : 'bulletin-paper only-print'}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        // reason: made by the server's own rendering (kernel/document/html.tsx), which escapes every text
        dangerouslySetInnerHTML={{ __html: say(view.html) }}
      />
      <div className="no-print">
        {shown === 'words' && <EditWords view={view} />}
        {shown === 'verify' && <VerificationView view={view} />}
        {shown === 'differences' && <DifferencesView view={view} />}
      </div>
    </>
  );
}

/** What it is to be read as: a draft, released, withdrawn, touched, one of several editions. */
function Standing({ view }: { view: BulletinView }) {
  const { say, language } = useWords();
  const { withdrawn, released, previousEdition, nextEdition } = view;
  const edition = (id: string, number: string, word: 'bulletin.newer' | 'bulletin.older') => (
    <Link to="/bulletins/$bulletin" params={{ bulletin: id }}>
      {say(word, { number: sayNumber({ number, edition: 1 }, say) })}
    </Link>
  );
  return (
    <div className="bulletin-standing">
      {!view.isWhole && <Alert className="problem" type="error" role="alert" showIcon title={say('bulletin.touched')} />}
      {withdrawn && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={say('bulletin.withdrawn-line', {
            name: withdrawn.name,
            at: sayMoment(withdrawn.at, language),
            why: withdrawn.why,
          })}
        />
      )}
      <p className="grey">
        {view.state === 'draft'
          ? say('bulletin.draft-line', { at: sayMoment(view.moment, language) })
          : released && say('bulletin.released-line', { name: released.name, at: sayMoment(released.at, language) })}
      </p>
      {nextEdition && <p>{edition(nextEdition.id, nextEdition.number, 'bulletin.newer')}</p>}
      {previousEdition && <p>{edition(previousEdition.id, previousEdition.number, 'bulletin.older')}</p>}
      {view.isPublic && view.number !== null && (
        <p className="grey">
          {say('text.name', { name: say('bulletin.public-at') })}
          <a href={`/bulletins/${view.number}`}>{`/bulletins/${view.number}`}</a>
        </p>
      )}
    </div>
  );
}
