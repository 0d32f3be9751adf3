import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { EmployerNumbers, EmployerWages as Wages } from '../../../../server/modules/gigs/day/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

/** How an employer does, and on request whom it owes what: that shows names, and is kept in the audit. */
export function EmployerWages({ employer, onClose }: { employer: string; onClose: () => void }) {
  const { say, language } = useWords();
  const me = useSignedIn();
  const [isAsked, ask] = useState(false);
  const numbers = useAsk<EmployerNumbers>(`/api/employers/${employer}/gig-numbers`);
  return (
    <aside className="aside counter-aside" aria-label={say('gigs.wage-employer')}>
      <div className="aside-head">
        <h2>{say('gigs.wage-standing')}</h2>
        <button type="button" className="link-button" onClick={onClose}>
          {say('action.close')}
        </button>
      </div>
      <Reading of={numbers}>
        {({ shifts, wagesPaidInTime, wagesDue, unpaid, complaintsOpen, complaints, stars, ratings, blockedBy }) => (
          <>
            <p>
              {blockedBy ? (
                <b className="task-late">
                  {say(`gigs.blocked-long.${blockedBy}`, { wages: unpaid.wages, yuan: exact(unpaid.amount / 100, 2) })}
                </b>
              ) : (
                say('gigs.not-blocked')
              )}
            </p>
            <dl className="facts">
              <div className="facts-row">
                <dt>{say('gigs.shifts-done')}</dt>
                <dd>{exact(shifts)}</dd>
              </div>
              <div className="facts-row">
                <dt>{say('gigs.paid-in-time')}</dt>
                <dd>{say('gigs.n-of', { n: exact(wagesPaidInTime), of: exact(wagesDue) })}</dd>
              </div>
              <div className="facts-row">
                <dt>{say('gigs.complaints')}</dt>
                <dd>{say('gigs.open-of', { open: complaintsOpen, all: complaints })}</dd>
              </div>
              <div className="facts-row">
                <dt>{say('gigs.rating')}</dt>
                <dd>{stars === null ? say('gigs.rating-few', { n: ratings }) : say('gigs.rating-is', { stars, n: ratings })}</dd>
              </div>
            </dl>
          </>
        )}
      </Reading>
      {isAsked ? (
        <Whom employer={employer} say={say} language={language} />
      ) : (
        <div className="buttons employer-ways">
          <Button onClick={() => ask(true)}>{say('gigs.wage-whom')}</Button>
          {opens(me, 'employers') && (
            <Link to="/employers" search={{ employer }}>
              {say('gigs.to-employer')}
            </Link>
          )}
        </div>
      )}
    </aside>
  );
}

function Whom({ employer, say, language }: { employer: string } & ReturnType<typeof useWords>) {
  const wages = useAsk<Wages>(`/api/employers/${employer}/gig-wages`);
  return (
    <Reading of={wages}>
      {({ wages: rows, unsaid }) => {
        const open = rows.filter(({ state }) => state === 'due' || state === 'disputed' || state === 'paid');
        return (
          <>
            {open.length === 0 ? (
              <p className="grey">{say('gigs.wage-nobody')}</p>
            ) : (
              <Table
                isDense
                caption={say('gigs.wage-whom')}
                rows={open}
                rowKey={({ placement }) => placement}
                columns={[
                  {
                    key: 'who',
                    title: say('gigs.wage-who'),
                    isRowTitle: true,
                    cell: ({ name, workerNumber }) => say('gig.of-worker', { name, n: workerNumber }),
                  },
                  { key: 'due', title: say('gigs.wage-due-on'), cell: ({ dueOn }) => sayShortDay(dueOn, language) },
                  { key: 'amount', title: say('gigs.wage-yuan'), isNumber: true, cell: ({ amount }) => exact(amount / 100, 2) },
                  {
                    key: 'state',
                    title: say('gigs.wage-state'),
                    cell: ({ state, isOverdue }) => (
                      <span className={isOverdue ? 'task-late' : undefined}>
                        {say(isOverdue && state === 'due' ? 'gigs.wage-state.overdue' : `gigs.wage-state.${state}`)}
                      </span>
                    ),
                  },
                ]}
              />
            )}
            {unsaid.length > 0 && (
              <>
                <h3>{say('gigs.unsaid-orders')}</h3>
                <ul className="plain rows">
                  {unsaid.map(({ order, number, day, site, from, to, people }) => (
                    <li key={order}>
                      {sayShortDay(day, language)} {from}–{to} · {say('gigs.unsaid-order', { n: number, site, people })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        );
      }}
    </Reading>
  );
}
