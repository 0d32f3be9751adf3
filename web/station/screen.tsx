import { useEffect, useState } from 'react';
import type { Face, Meeting } from '../../server/modules/gigs/faces/contract.ts';
import { beijingDay, sayWeekday } from '../shared/day.ts';
import { QrCode } from '../shared/qr-code.tsx';
import { sayPay, timeAt } from '../shared/say-gig.ts';
import { useIsDemo } from '../shared/use-is-demo.ts';
import { useWords } from '../shared/words/index.ts';
import type { LiveFace } from './face.ts';
import { pageOf, useTurning } from './turning.ts';
import { Weather, WeatherTag } from './weather.tsx';

/** How many lines fit, standing and lying. */
const FITS = { lying: { orders: 8, offered: 24, meetings: 2 }, standing: { orders: 6, offered: 12, meetings: 3 } } as const;
/** With a row for the weather; the code is not made smaller for it, people scan it from where they stand. */
const FITS_BELOW_WEATHER = {
  lying: { orders: 7, offered: 18, meetings: 1 },
  standing: { orders: 5, offered: 12, meetings: 3 },
} as const;

/** The station's wall: who is called, who has been offered work, what work there is, where to meet and where to be helped. */
export function StationScreen({ live, face }: { live: LiveFace; face: Face }) {
  const { say, language } = useWords();
  const fits = (face.warnings.length > 0 ? FITS_BELOW_WEATHER : FITS)[useIsStanding() ? 'standing' : 'lying'];
  const turn = useTurning();
  const { board } = face;
  const isDemo = useIsDemo();
  const day = beijingDay(new Date(live.now));
  return (
    <main className={face.warnings.length > 0 ? 'board board-weather' : 'board'}>
      <header className="board-top">
        <div>
          <h1>{say(board.name)}</h1>
          <p className="quiet">
            {isDemo && <b className="demo-mark">{say('screen.demo')}</b>}
            {sayWeekday(day, language)} · {say('station.hours', { from: board.opensAt, to: board.closesAt })} · {face.telephone}
          </p>
        </div>
        <div className="board-clock">
          <p className="clock">{timeAt(live.now)}</p>
          <p role="status" className={live.isCut ? 'as-of' : 'quiet'}>
            {live.isCut
              ? say('station.as-of', { time: timeAt(live.readAt) })
              : say(board.isOpen ? 'station.open' : 'station.closed')}
          </p>
        </div>
      </header>
      <Weather warnings={face.warnings} today={board.day} turn={turn} />
      <div className="board-side board-left">
        <Called face={face} />
        <Offered numbers={board.offered} fits={fits.offered} turn={turn} />
        <Rounds face={face} now={live.now} />
      </div>
      <Orders face={face} fits={fits.orders} turn={turn} />
      <div className="board-side board-right">
        <CheckIn face={face} isToday={board.day === day} />
        <Meetings meetings={face.meetings} fits={fits.meetings} turn={turn} />
        <Desks face={face} />
      </div>
    </main>
  );
}

function Called({ face: { board } }: { face: Face }) {
  const { say } = useWords();
  return (
    <section className="called" aria-label={say('station.called')}>
      <h2>{say('station.called')}</h2>
      {board.calledUpTo > 0 ? (
        <>
          <p className={board.calledUpTo > 999 ? 'called-number called-number-long' : 'called-number'}>{board.calledUpTo}</p>
          <p className="called-hint">{say('station.called-hint', { n: board.calledUpTo })}</p>
        </>
      ) : (
        <p className="called-none">{say('station.called-none')}</p>
      )}
      <p className="quiet">
        {say('station.counts', {
          waiting: Math.max(0, board.waiting - board.offered.length),
          placed: board.placed,
          last: board.lastNumber,
        })}
      </p>
    </section>
  );
}

function Offered({ numbers, fits, turn }: { numbers: readonly number[]; fits: number; turn: number }) {
  const { say } = useWords();
  const { shown, page, pages } = pageOf(numbers, fits, turn);
  return (
    <section className="offered" aria-label={say('station.offered')}>
      <h2>
        {say('station.offered')}
        <Pages page={page} pages={pages} />
      </h2>
      {numbers.length === 0 ? (
        <p className="quiet">{say('station.offered-none')}</p>
      ) : (
        <>
          <ul className="numbers">
            {shown.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
          <p>{say('station.offered-hint')}</p>
        </>
      )}
    </section>
  );
}

function Orders({ face: { board }, fits, turn }: { face: Face; fits: number; turn: number }) {
  const { say } = useWords();
  const { shown, page, pages } = pageOf(board.orders, fits, turn);
  return (
    <section className="orders" aria-label={say('station.orders')}>
      <h2>
        {say('station.orders')}
        <Pages page={page} pages={pages} />
      </h2>
      {board.orders.length === 0 ? (
        <p className="orders-none">{say(board.isOpen ? 'station.orders-none' : 'station.orders-closed')}</p>
      ) : (
        <ul className="order-lines" style={{ gridTemplateRows: `repeat(${fits}, minmax(0, 1fr))` }}>
          {shown.map((order) => (
            <li key={`${order.day} ${order.number}`} className="order-line">
              <span className="order-number">{order.number}</span>
              <span className="order-what">
                <span className="order-trade">
                  <b>{say(order.tradeName)}</b>
                  <span className="order-pay">{sayPay(order, say)}</span>
                </span>
                <span className="order-where">
                  {order.day === board.day ? '' : `${say('station.tomorrow')} `}
                  {order.from}–{order.to} · {order.site}
                </span>
                <span className="order-where quiet">
                  <WeatherTag warnings={order.warnings} />
                  <span className={order.isInsured ? 'insured' : 'uninsured'}>
                    {say(order.isInsured ? 'station.insured' : 'station.uninsured')}
                  </span>
                  {order.transport !== 'own-way' && ` · ${say(`station.transport-${order.transport}`)}`}
                  {order.meetingPoint && ` · ${say('station.meet-at', { place: order.meetingPoint })}`}
                </span>
              </span>
              <span className="order-seats">
                <b>{order.open}</b>
                <span>{say('station.seats')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The code only hangs in the station; whoever looks from elsewhere is told where it does. */
function CheckIn({ face, isToday }: { face: Face; isToday: boolean }) {
  const { say } = useWords();
  return (
    <section className="check-in" aria-label={say('station.check-in')}>
      <h2>{say('station.check-in')}</h2>
      {face.checkInAddress && isToday ? (
        <>
          <div className="code">
            <QrCode title={say('station.code')} value={face.checkInAddress} />
          </div>
          <p>{say('station.code-hint')}</p>
        </>
      ) : (
        <p>{say('station.code-elsewhere', { address: face.address })}</p>
      )}
    </section>
  );
}

function Meetings({ meetings, fits, turn }: { meetings: readonly Meeting[]; fits: number; turn: number }) {
  const { say } = useWords();
  const { shown, page, pages } = pageOf(meetings, fits, turn);
  return (
    <section className="meetings" aria-label={say('station.meetings')}>
      <h2>
        {say('station.meetings')}
        <Pages page={page} pages={pages} />
      </h2>
      {meetings.length === 0 ? (
        <p className="quiet">{say('station.meetings-none')}</p>
      ) : (
        <ul className="meeting-lines">
          {shown.map(({ number, from, site, meetingPoint, bus }) => (
            <li key={`${from} ${number}`}>
              <b className="meeting-point">{meetingPoint}</b>
              <span className="quiet">
                {say('station.meeting', { number, from, site })}
                {bus !== null && ` · ${say('station.meeting-bus', { time: bus })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Desks({ face: { desks } }: { face: Face }) {
  const { say } = useWords();
  return (
    <section className="desks" aria-label={say('station.desks')}>
      <h2>{say('station.desks')}</h2>
      <ul className="desk-lines">
        {desks.map(({ desk, where }) => (
          <li key={desk}>
            <b>{say(`gig.desk.${desk}`)}</b>
            <span>{where}</span>
          </li>
        ))}
        {desks.length === 0 && <li className="quiet">{say('station.desks-none')}</li>}
      </ul>
    </section>
  );
}

function Rounds({ face: { board, nextRoundAt }, now }: { face: Face; now: number }) {
  const { say } = useWords();
  const { lastBatch } = board;
  return (
    <footer className="rounds">
      <p>
        {lastBatch
          ? say('station.last-round', { time: timeAt(Date.parse(lastBatch.at)), n: lastBatch.filled })
          : say('station.no-round')}
      </p>
      {nextRoundAt && (
        <p>
          {Date.parse(nextRoundAt) <= now
            ? say('station.next-round-now')
            : say('station.next-round', { time: timeAt(Date.parse(nextRoundAt)) })}
        </p>
      )}
    </footer>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { say } = useWords();
  return pages > 1 ? <span className="pages">{say('station.page', { page, pages })}</span> : null;
}

function useIsStanding(): boolean {
  const [isStanding, setStanding] = useState(() => window.matchMedia('(orientation: portrait)').matches);
  useEffect(() => {
    const media = window.matchMedia('(orientation: portrait)');
    const follow = () => setStanding(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isStanding;
}
