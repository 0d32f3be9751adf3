import { Alert } from 'antd';
import { useState } from 'react';
import type { BulletinView, Verification, VerifiedNumber } from '../../../../server/modules/bulletins/contract.ts';
import { exact } from '../../../shared/number.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { sayNumberOf, writtenNumber } from './say-number.ts';

/** Every number beside what the records come to when they are counted again. */
export function VerificationView({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const read = useAsk<Verification>(`/api/bulletins/${view.id}/verification`);
  return (
    <section>
      <p className="grey">{say('bulletin.verify-lead')}</p>
      <Reading of={read}>
        {({ isWhole, numbers, equal, rows, notRecounted, milliseconds }) => {
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
                    ? say(notRecounted.length > 0 ? 'bulletin.verify-good-but' : 'bulletin.verify-good', {
                        numbers: exact(numbers),
                        seconds: (milliseconds / 1000).toFixed(1),
                      })
                    : say('bulletin.verify-bad', { numbers: exact(numbers), bad: exact(numbers - equal) })
                }
                description={say(isWhole ? 'bulletin.verify-whole' : 'bulletin.touched')}
              />
              {notRecounted.length > 0 && (
                <section>
                  <h2>{say('bulletin.not-recounted')}</h2>
                  <ul>
                    {notRecounted.map((text) => (
                      <li key={text.en}>{say(text)}</li>
                    ))}
                  </ul>
                </section>
              )}
              <Overview groups={groups} view={view} />
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

type Groups = readonly (readonly [code: string, rows: readonly VerifiedNumber[]])[];

/** A line a figure; its other numbers on demand, and at once where one differs. */
function Overview({ groups, view }: { groups: Groups; view: BulletinView }) {
  const { say } = useWords();
  const differing = groups.find(([, rows]) => rows.some(({ isEqual }) => !isEqual));
  const [open, setOpen] = useState<string | undefined>(differing?.[0]);
  const section = (code: string) => view.sections[code.replace('section:', '')];
  const title = (code: string) => {
    const of = section(code);
    if (of) return say(of);
    return code === '' ? say('bulletin.others') : figureTitle(code, view, say);
  };
  const shown = groups.find(([code]) => code === open);
  const mainOf = (rows: readonly VerifiedNumber[]) => rows.find(({ what }) => what === 'value');
  return (
    <>
      <Table
        caption={say('bulletin.view.verify')}
        rows={groups}
        rowKey={([code]) => code}
        selected={open}
        columns={[
          { key: 'figure', title: say('bulletin.figure'), isRowTitle: true, cell: ([code]) => title(code) },
          {
            key: 'released',
            title: say('bulletin.said'),
            isNumber: true,
            cell: ([, rows]) => writtenNumber(mainOf(rows)?.released ?? null, say),
          },
          {
            key: 'recounted',
            title: say('bulletin.recounted'),
            isNumber: true,
            cell: ([, rows]) => writtenNumber(mainOf(rows)?.recounted ?? null, say),
          },
          {
            key: 'equal',
            title: say('bulletin.equal'),
            cell: ([code, rows]) => {
              const bad = rows.filter(({ isEqual }) => !isEqual).length;
              const isOpen = code === open;
              return (
                <>
                  <span className={bad > 0 ? 'task-late' : undefined}>{say(bad > 0 ? 'bulletin.no' : 'bulletin.yes')}</span>{' '}
                  <button
                    type="button"
                    className="link-button"
                    aria-expanded={isOpen}
                    onClick={() => setOpen(isOpen ? undefined : code)}
                  >
                    {say(isOpen ? 'bulletin.hide' : 'bulletin.show-all', { n: exact(rows.length) })}
                    <span className="unseen">{title(code)}</span>
                  </button>
                </>
              );
            },
          },
        ]}
      />
      {shown && <Group title={title(shown[0])} rows={shown[1]} />}
    </>
  );
}

/** All numbers of one figure, what differs first. */
function Group({ title, rows }: { title: string; rows: readonly VerifiedNumber[] }) {
  const { say } = useWords();
  const told = rows.filter(({ released, recounted }) => released !== null || recounted !== null);
  return (
    <section className="bulletin-group">
      <h2>{title}</h2>
      <Table
        caption={title}
        isDense
        rows={[...told].sort((a, b) => Number(a.isEqual) - Number(b.isEqual))}
        rowKey={({ what, key }) => `${what} ${key}`}
        columns={[
          { key: 'what', title: say('bulletin.number-of'), isRowTitle: true, cell: (row) => sayNumberOf(row.what, row.key, say) },
          { key: 'released', title: say('bulletin.said'), isNumber: true, cell: ({ released }) => writtenNumber(released, say) },
          {
            key: 'recounted',
            title: say('bulletin.recounted'),
            isNumber: true,
            cell: ({ recounted }) => writtenNumber(recounted, say),
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
    </section>
  );
}
