import { useEffect } from 'react';
import { useWords } from '../shared/words/index.ts';
import { useFace } from './face.ts';
import { Kiosk } from './kiosk.tsx';
import { StationScreen } from './screen.tsx';

/** `/station/<code>/screen`, `/station/<code>/kiosk`; `/station/<code>/set-up` leads an officer to where devices are set up. */
export function StationFace() {
  const [, , code = '', face = 'screen'] = window.location.pathname.split('/');
  if (face === 'set-up') return <ToSetUp code={code} />;
  return <Shown code={code} face={face === 'kiosk' ? 'kiosk' : 'screen'} />;
}

function Shown({ code, face }: { code: string; face: 'kiosk' | 'screen' }) {
  const { say } = useWords();
  const live = useFace(code);
  useEffect(() => {
    document.title = say(`station.title-${face}`);
  }, [say, face]);
  if (!live.face)
    return (
      <main className="closed">
        <h1>{say(`station.title-${face}`)}</h1>
        <p role="status">{say(live.isUnknown ? 'station.unknown' : live.error ? 'screen.lost' : 'screen.waiting')}</p>
      </main>
    );
  return face === 'kiosk' ? <Kiosk face={live.face} isCut={live.isCut} /> : <StationScreen live={live} face={live.face} />;
}

function ToSetUp({ code }: { code: string }) {
  const { say } = useWords();
  useEffect(() => window.location.replace(`/office/gig-station?view=devices&code=${encodeURIComponent(code)}`), [code]);
  return (
    <main className="closed">
      <h1>{say('station.set-up')}</h1>
    </main>
  );
}
