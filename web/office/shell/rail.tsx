import {
  AuditOutlined,
  BookOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  DesktopOutlined,
  FileTextOutlined,
  FormOutlined,
  MailOutlined,
  MenuOutlined,
  ReadOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import { useWords, type Word } from '../../shared/words/index.ts';
import icon from '../icon.svg';
import { type Door, opens, type SignedIn } from '../me.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SignOut } from './sign-out.tsx';

type Item = {
  readonly to:
    | '/'
    | '/ledger'
    | '/records'
    | '/close-outs'
    | '/programme'
    | '/bulletins'
    | '/consultations'
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
  { to: '/records', word: 'shell.records', icon: FormOutlined, door: 'records' },
  { to: '/close-outs', word: 'close-outs.title', icon: CheckCircleOutlined, door: 'programme' },
  { to: '/programme', word: 'shell.programme', icon: FileTextOutlined, door: 'programme' },
  { to: '/bulletins', word: 'shell.bulletins', icon: ReadOutlined, door: 'bulletins' },
  { to: '/consultations', word: 'shell.consultations', icon: CommentOutlined, door: 'consultations' },
  { to: '/people', word: 'shell.people', icon: TeamOutlined, door: 'people' },
  { to: '/messages', word: 'shell.messages', icon: MailOutlined, door: 'messages' },
  { to: '/audit', word: 'shell.audit', icon: AuditOutlined, door: 'audit' },
];

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
    </Link>
  );
}

function RailContent({ me }: { me: SignedIn }) {
  const { say, language } = useWords();
  const [grant] = me.grants;
  const where = grant?.unitName ?? grant?.areaName;
  return (
    <>
      <div className="rail-items">
        {itemsOf(me).map((item) => (
          <RailLink key={item.to} item={item} />
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
              <span className="rail-role">{where ? `${say(`role.${grant.role}`)} · ${where}` : say(`role.${grant.role}`)}</span>
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
