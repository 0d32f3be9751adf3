import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  DesktopOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  MailOutlined,
  MenuOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  ShopOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ComponentType, Fragment, type ReactNode, useEffect, useState } from 'react';
import type { NoticeList } from '../../../server/modules/supervision/contract.ts';
import type { Search } from '../../shared/client.ts';
import { useWords, type Word } from '../../shared/words/index.ts';
import { useAskAll } from '../asking.ts';
import icon from '../icon.svg';
import { type Door, holds, opens, type SignedIn, unitsOf, useSignedIn } from '../me.ts';
import { RoleName } from '../parts/role-name.tsx';
import { useUnitNames } from '../places.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SignOut } from './sign-out.tsx';

type Item = {
  readonly to:
    | '/'
    | '/ledger'
    | '/notices'
    | '/units'
    | '/records'
    | '/gig-station'
    | '/close-outs'
    | '/programme'
    | '/bulletins'
    | '/consultations'
    | '/employers'
    | '/market-rounds'
    | '/gig-flags'
    | '/people'
    | '/messages'
    | '/audit';
  readonly word: Word;
  readonly icon: ComponentType;
  readonly door?: Door;
};

/** What people do, in the order in which they do it. */
const items: readonly Item[] = [
  { to: '/', word: 'shell.today', icon: CheckSquareOutlined },
  { to: '/ledger', word: 'shell.ledger', icon: BookOutlined },
  { to: '/notices', word: 'shell.notices', icon: AlertOutlined, door: 'notices' },
  { to: '/units', word: 'shell.units', icon: ApartmentOutlined, door: 'units' },
  { to: '/records', word: 'shell.records', icon: FormOutlined, door: 'records' },
  { to: '/close-outs', word: 'close-outs.title', icon: CheckCircleOutlined, door: 'programme' },
  { to: '/programme', word: 'shell.programme', icon: FileTextOutlined, door: 'programme' },
  { to: '/bulletins', word: 'shell.bulletins', icon: ReadOutlined, door: 'bulletins' },
  { to: '/consultations', word: 'shell.consultations', icon: CommentOutlined, door: 'consultations' },
  { to: '/gig-station', word: 'gig.title', icon: ScheduleOutlined, door: 'gig-station' },
  { to: '/employers', word: 'shell.employers', icon: ShopOutlined, door: 'employers' },
  { to: '/market-rounds', word: 'market.title', icon: SafetyCertificateOutlined, door: 'programme' },
  { to: '/gig-flags', word: 'flags.title', icon: FlagOutlined, door: 'gig-flags' },
  { to: '/people', word: 'shell.people', icon: TeamOutlined, door: 'people' },
  { to: '/messages', word: 'shell.messages', icon: MailOutlined, door: 'messages' },
  { to: '/audit', word: 'shell.audit', icon: AuditOutlined, door: 'audit' },
];

type GigPage = {
  readonly to:
    | '/gig/complaints'
    | '/gig/appeals'
    | '/gig/wages'
    | '/gig/licences'
    | '/gig/batches'
    | '/gig/fairness'
    | '/gig/rules';
  readonly word: Word;
  readonly door: Door;
};

/** The gig market beside its counter: shown below it while somebody is in it, so that the rail stays short for everybody else. */
const gigPages: readonly GigPage[] = [
  { to: '/gig/complaints', word: 'gigs.complaints', door: 'gig-station' },
  { to: '/gig/appeals', word: 'gigs.appeals', door: 'gig-station' },
  { to: '/gig/wages', word: 'gigs.wages', door: 'gig-station' },
  { to: '/gig/licences', word: 'gigs.licences', door: 'gig-station' },
  { to: '/gig/batches', word: 'gigs.batches', door: 'gig-market' },
  { to: '/gig/fairness', word: 'gigs.fairness', door: 'gig-market' },
  { to: '/gig/rules', word: 'gigs.rules', door: 'gig-market' },
];

const fairnessPage: GigPage = { to: '/gig/fairness', word: 'gigs.fairness', door: 'gig-market' };

/** Below the counter; whoever stands at none finds the market by its fairness. */
function GigPages({ me }: { me: SignedIn }) {
  const { say } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isInside = /^(\/office)?\/gig(\/|-station)/.test(path);
  const isAtCounter = opens(me, 'gig-station');
  const below = isInside ? gigPages.filter(({ to, door }) => opens(me, door) && (isAtCounter || to !== fairnessPage.to)) : [];
  if (!opens(me, 'gig-market')) return null;
  return (
    <>
      {!isAtCounter && (
        <GigLink page={fairnessPage} className="rail-link">
          <span className="rail-icon" aria-hidden="true">
            <ScheduleOutlined />
          </span>
          {say(fairnessPage.word)}
        </GigLink>
      )}
      {below.map((page) => (
        <GigLink key={page.to} page={page} className="rail-link rail-link-below">
          {say(page.word)}
        </GigLink>
      ))}
    </>
  );
}

const GigLink = ({ page, className, children }: { page: GigPage; className: string; children: ReactNode }) => (
  <Link to={page.to} className={className} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
    {children}
  </Link>
);

/** Of whoever has no counter, after the programme's doors. */
const beforeGigPages = (me: SignedIn): Item['to'] => (opens(me, 'gig-station') ? '/gig-station' : '/consultations');

const itemsOf = (me: SignedIn) => items.filter(({ door }) => door === undefined || opens(me, door));

function RailLink({ item: { to, word, icon: Icon } }: { item: Item }) {
  const { say } = useWords();
  return (
    <Link
      to={to}
      className="rail-link"
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <span className="rail-icon" aria-hidden="true">
        <Icon />
      </span>
      {say(word)}
      {to === '/notices' && <NoticeBadge />}
    </Link>
  );
}

/** How many notices wait for the person looking: to be answered by their units, or to be decided. */
function NoticeBadge() {
  const { say } = useWords();
  const me = useSignedIn();
  const decides = holds(me, 'programme-office');
  const asked: readonly Search[] = decides ? [{ state: 'answered' }] : unitsOf(me).map((unit) => ({ state: 'open', unit }));
  const n = useAskAll<NoticeList>('/api/notices', asked, 60_000).reduce(
    (sum, answer) => sum + (answer?.counts[decides ? 'answered' : 'open'] ?? 0),
    0,
  );
  if (n === 0) return null;
  return (
    <span className="rail-badge">
      <span aria-hidden="true">{n}</span>
      <span className="unseen">{say('notices.badge', { n })}</span>
    </span>
  );
}

/** A liaison's own unit, one click away; who answers for several finds each by its name. */
function MyUnits({ me }: { me: SignedIn }) {
  const { say } = useWords();
  const unitNameOf = useUnitNames();
  const units = unitsOf(me);
  return units.map((unit) => (
    <Link key={unit} to="/units/$unit" params={{ unit }} className="rail-link" activeProps={{ 'aria-current': 'page' }}>
      <span className="rail-icon" aria-hidden="true">
        <ApartmentOutlined />
      </span>
      {units.length === 1 ? say('shell.my-unit') : unitNameOf(unit, me.grants.find((grant) => grant.unit === unit)?.unitName)}
    </Link>
  ));
}

function RailContent({ me }: { me: SignedIn }) {
  const { say, language } = useWords();
  const [grant] = me.grants;
  return (
    <>
      <div className="rail-items">
        {itemsOf(me).map((item) => (
          <Fragment key={item.to}>
            <RailLink item={item} />
            {item.to === '/notices' && <MyUnits me={me} />}
            {item.to === beforeGigPages(me) && <GigPages me={me} />}
          </Fragment>
        ))}
        {opens(me, 'screen') && (
          <a className="rail-link" href={`/screen?lang=${language}`}>
            <span className="rail-icon" aria-hidden="true">
              <DesktopOutlined />
            </span>
            {say('shell.screen')}
          </a>
        )}
      </div>
      <div className="rail-foot">
        <Link to="/account" className="rail-link" activeProps={{ 'aria-current': 'page' }}>
          <span className="rail-icon" aria-hidden="true">
            <UserOutlined />
          </span>
          <span className="rail-person">
            <span>{me.name}</span>
            {grant && (
              <span className="rail-role">
                <RoleName grant={grant} />
              </span>
            )}
          </span>
        </Link>
        <div className="rail-tools">
          <LanguageSwitch />
          <SignOut />
        </div>
      </div>
    </>
  );
}

export function Brand({ me }: { me?: SignedIn }) {
  const { say } = useWords();
  return (
    <div className="brand">
      <img src={icon} alt="" width="28" height="28" />
      <span className="brand-name">{say('shell.name')}</span>
      {me && <span className="brand-district">{say(me.district.name)}</span>}
    </div>
  );
}

export function Rail({ me }: { me: SignedIn }) {
  const { say } = useWords();
  return (
    <nav className="rail" aria-label={say('shell.rail')}>
      <Brand me={me} />
      <RailContent me={me} />
    </nav>
  );
}

/** On a phone the rail is a sheet behind this bar. */
export function TopBar({ me }: { me: SignedIn }) {
  return (
    <header className="top-bar">
      <Brand me={me} />
      <LanguageSwitch />
    </header>
  );
}

/** On a phone: the doors used most, at the thumb; the others in a sheet. */
export function BottomBar({ me }: { me: SignedIn }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, []);
  return (
    <nav className="bottom-bar" aria-label={say('shell.more')}>
      {isOpen && (
        <div className="sheet" id="sheet">
          <RailContent me={me} />
        </div>
      )}
      {itemsOf(me)
        .slice(0, 3)
        .map((item) => (
          <RailLink key={item.to} item={item} />
        ))}
      <button type="button" className="rail-link" aria-expanded={isOpen} aria-controls="sheet" onClick={() => setOpen(!isOpen)}>
        <span className="rail-icon" aria-hidden="true">
          <MenuOutlined />
        </span>
        {say('shell.more')}
      </button>
    </nav>
  );
}
