import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../../shared/words/index.ts';
import { type SignedIn, useMe } from '../me.ts';
import { Loading, Problem } from '../parts/notices.tsx';
import { BottomBar, Rail, TopBar } from './rail.tsx';

/**
 * Around every page: who is inside, the way to everything, and the door where nobody is. When a session ends while somebody works,
 * the page stays with what was typed on it, and a line says how to go on.
 */
export function Frame() {
  const me = useMe();
  const navigate = useNavigate();
  const location = useRouterState({ select: (state) => state.location });
  const atDoor = location.pathname === '/sign-in';
  // The address is at the door before its page is; until then the page behind it would ask for what nobody may see.
  const isDoorShown = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId === '/sign-in' });
  const inside = me.data?.signedIn && me.data.pending === undefined ? me.data : undefined;
  const last = useRef<SignedIn>(undefined);
  if (inside) last.current = inside;
  if (atDoor) last.current = undefined;
  const mustSignIn = me.data !== undefined && !inside && !last.current && !atDoor;

  useEffect(() => {
    if (!mustSignIn) return;
    const next = location.href === '/' ? undefined : location.href;
    void navigate({ to: '/sign-in', search: (search) => ({ ...search, next }), replace: true });
  }, [mustSignIn, navigate, location.href]);

  if (atDoor && isDoorShown) return <Outlet />;
  if (last.current) return <Inside me={last.current} pathname={location.pathname} hasEnded={me.data !== undefined && !inside} />;
  return (
    <main className="page alone">{me.error ? <Problem error={me.error} retry={() => void me.refetch()} /> : <Loading />}</main>
  );
}

function Inside({ me, pathname, hasEnded }: { me: SignedIn; pathname: string; hasEnded: boolean }) {
  const { say } = useWords();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // A reader of screens is told of a new page by the focus moving to it; the first page keeps the browser's own order.
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {say('shell.skip')}
      </a>
      <TopBar me={me} />
      <Rail me={me} />
      <main id="content" className="content" ref={main} tabIndex={-1}>
        {me.demo && <p className="demo-line">{say('shell.demo')}</p>}
        {hasEnded && (
          <p className="ended-line" role="alert">
            {say('sign-in.ended')}{' '}
            <a href="/office/sign-in" target="_blank" rel="noreferrer">
              {say('sign-in.again')}
            </a>
          </p>
        )}
        <Outlet />
      </main>
      <BottomBar me={me} />
    </div>
  );
}
