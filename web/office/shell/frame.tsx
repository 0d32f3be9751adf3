import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../../shared/words/index.ts';
import { type SignedIn, useMe } from '../me.ts';
import { Loading, Problem } from '../parts/notices.tsx';
import { BottomBar, Rail, TopBar } from './rail.tsx';

/** Around every page: who is inside, the way to everything, and the door where nobody is. */
export function Frame() {
  const me = useMe();
  const navigate = useNavigate();
  const location = useRouterState({ select: (state) => state.location });
  const atDoor = location.pathname === '/sign-in';
  const isInside = me.data?.signedIn === true && me.data.pending === undefined;
  const mustSignIn = me.data !== undefined && !isInside && !atDoor;

  useEffect(() => {
    if (!mustSignIn) return;
    const next = location.href === '/' ? undefined : location.href;
    void navigate({ to: '/sign-in', search: (search) => ({ ...search, next }), replace: true });
  }, [mustSignIn, navigate, location.href]);

  if (me.data === undefined) {
    return (
      <main className="page alone">{me.error ? <Problem error={me.error} retry={() => void me.refetch()} /> : <Loading />}</main>
    );
  }
  if (atDoor) return <Outlet />;
  if (!me.data.signedIn || !isInside) return <Loading />;
  return <Inside me={me.data} pathname={location.pathname} />;
}

function Inside({ me, pathname }: { me: SignedIn; pathname: string }) {
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
        <Outlet />
      </main>
      <BottomBar me={me} />
    </div>
  );
}
