import { Alert } from 'antd';
import { useState } from 'react';
import type { BulletinView, Verification, VerifiedNumber } from '../../../../server/modules/bulletins/contract.ts';
import { exact } from '../../../shared/number.ts';
import { isWord, type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

const main = new Set(['value', 'records', 'path', 'light', 'in-span', 'change']);

/** Every number beside what the records come to when they are counted again. */
export function VerificationView({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const read = useAsk<Verification>(`/api/bulletins/${view.id}/verification`);
  return (
    <section>
      <p className="grey">{say('bulletin.verify-lead')}</p>
      <Reading of={read}>
        {({ isWhole, numbers, equal, rows, milliseconds }) => {
          const isGood = isWhole && equal === numbers;
          const groups = [...Map.groupBy(rows, ({ figure }) => figure)];
          return (
            <>
              <Alert
                className="problem"
                type={isGood ? 'success' : 'error'}
                showIcon
                title={
                  equal === numbers
                    ? say('bulletin.verify-good', { numbers: exact(numbers), seconds: (milliseconds / 1000).toFixed(1) })
                    : say('bulletin.verify-bad', { numbers: exact(numbers), bad: exact(numbers - equal) })
                }
                description={say(isWhole ? 'bulletin.verify-whole' : 'bulletin.touched')}
              />
              {groups.map(([code, own]) => (
                <Group key={code} title={code === '' ? say('bulletin.others') : figureTitle(code, view, say)} rows={own} />
              ))}
            </>
          );
        }}
      </Reading>
    </section>
  );
}

const figureTitle = (code: string, view: BulletinView, say: Say): string => {
  const title = view.tokens[`${code}.title`];
  return title ? `${code} ${say(title)}` : code;
};

/** What differs and what is said first; the rest on demand. */
function Group({ title, rows }: { title: string; rows: readonly VerifiedNumber[] }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const first = rows.filter(
    ({ what, isEqual, released, recounted }) => !isEqual || (main.has(what) && (released !== null || recounted !== null)),
  );
  const shown = isOpen ? rows : first;
  const left = rows.length - first.length;
  return (
    <section className="bulletin-group">
      <h2>{title}</h2>
      {shown.length > 0 && (
        <Table
          caption={title}
          rows={shown}
          rowKey={({ what, key }) => `${what} ${key}`}
          columns={[
            { key: 'what', title: say('bulletin.number-of'), isRowTitle: true, cell: (row) => whatOf(row, say) },
            { key: 'released', title: say('bulletin.said'), isNumber: true, cell: ({ released }) => written(released, say) },
            {
              key: 'recounted',
              title: say('bulletin.recounted'),
              isNumber: true,
              cell: ({ recounted }) => written(recounted, say),
            },
            {
              key: 'equal',
              title: say('bulletin.equal'),
              cell: ({ isEqual }) => (
                <span className={isEqual ? undefined : 'task-late'}>{say(isEqual ? 'bulletin.yes' : 'bulletin.no')}</span>
              ),
            },
          ]}
        />
      )}
      {left > 0 && (
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('shell.close') : say('bulletin.show-all', { n: exact(left) })}
        </button>
      )}
    </section>
  );
}

function whatOf({ what, key }: VerifiedNumber, say: Say): string {
  const word = `bulletin.what.${what}`;
  const name = isWord(word) ? say(word) : what;
  return key === '' ? name : say('text.pair', { name, value: key });
}

function written(value: VerifiedNumber['released'], say: Say): string {
  if (value === null) return '—';
  if (typeof value === 'number') return exact(value, 4);
  const light = `light.${value}`;
  return isWord(light) ? say(light) : value;
}
