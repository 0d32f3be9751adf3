import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Service } from './contract.ts';
import { densest, flagsOf, poissonTail, type SeriesHistory, type SeriesRow } from './series.ts';
import { seriesRulesOn } from './series-rules.ts';

const rules = seriesRulesOn('2026-06-18');
const nothingBefore: SeriesHistory = { desks: new Map(), lists: new Map() };

/** mulberry32: the same numbers for the same seed, everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let serial = 0;
const row = (given: Partial<SeriesRow>): SeriesRow => {
  serial += 1;
  return {
    id: `r${serial}`,
    person: `p${serial}`,
    service: 'advised',
    recordedBy: 'staff:a',
    list: '站 advised',
    at: new Date('2026-06-18T00:00:00Z'),
    note: `第${serial}位，问合同`,
    origin: 'desk',
    wasThere: true,
    ...given,
  };
};
const minutes = (n: number) => new Date(Date.UTC(2026, 5, 18) + n * 60_000);
const rowsOf = (n: number, given: (no: number) => Partial<SeriesRow>) => Array.from({ length: n }, (_, no) => row(given(no)));
const testsOf = (rows: readonly SeriesRow[], history = nothingBefore) =>
  flagsOf(rows, history, rules).map(({ test: name }) => name);

describe('Poisson’s law', () => {
  test('agrees with the sum of its terms, and falls the rarer the event', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 40, noNaN: true }), (least, mean) => {
        let term = Math.exp(-mean);
        let below = 0;
        for (let k = 0; k < least; k += 1) {
          below += term;
          term *= mean / (k + 1);
        }
        expect(poissonTail(least, mean)).toBeCloseTo(1 - below, 9);
        expect(poissonTail(least + 1, mean)).toBeLessThanOrEqual(poissonTail(least, mean));
        expect(poissonTail(least, mean * 1.5)).toBeGreaterThanOrEqual(poissonTail(least, mean));
      }),
    );
    expect(poissonTail(20, 5)).toBeCloseTo(3.45e-7, 8); // tables of the distribution
    expect(poissonTail(60, 5)).toBeGreaterThan(0); // far out it is small, not nothing
  });
});

describe('the densest spell', () => {
  test('is what looking at every stretch of ten minutes finds, in whatever order the rows come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 }), (times) => {
        const rows = times.map((time) => row({ at: minutes(time) }));
        const naive = Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time <= from + 10).length));
        expect(densest(rows, 10)).toHaveLength(naive);
        expect(densest([...rows].reverse(), 10)).toHaveLength(naive);
      }),
    );
  });
});

describe('a series', () => {
  test('is named when a desk writes down more than it can serve, with exactly those rows', () => {
    const burst = rowsOf(25, (no) => ({ at: minutes(no * 0.2) }));
    const [flag] = flagsOf([...burst, ...rowsOf(6, (no) => ({ at: minutes(100 + no * 9) }))], nothingBefore, rules);
    expect(flag).toMatchObject({ test: 'burst', subject: 'staff:a', params: { most: 25, minutes: 10, mean: 5 } });
    expect(flag?.rows.toSorted()).toEqual(burst.map(({ id }) => id).toSorted());
  });

  test('is not, at a desk whose history is busy', () => {
    const history = { ...nothingBefore, desks: new Map([['staff:a', { services: 1400, spells: 100 }]]) };
    expect(
      testsOf(
        rowsOf(25, (no) => ({ at: minutes(no * 0.2) })),
        history,
      ),
    ).toEqual([]);
    expect(
      testsOf(
        rowsOf(31, (no) => ({ at: minutes(no * 0.2) })),
        history,
      ),
      'nobody serves more than the most',
    ).toEqual(['burst']);
  });

  test('is named for the same sentence, people who were never there, one person at every desk', () => {
    const slowly = (no: number) => ({ at: minutes(no * 15) });
    expect(testsOf(rowsOf(20, (no) => ({ ...slowly(no), note: no % 2 ? '咨询。' : ' 咨询' })))).toEqual(['same-words']);
    expect(testsOf(rowsOf(12, (no) => ({ ...slowly(no), wasThere: no < 4 })))).toEqual(['absent']);
    const kinds: Service[] = ['placed', 'trained', 'advised', 'insured'];
    expect(
      testsOf(kinds.map((service, no) => row({ ...slowly(no), person: 'p', service, origin: no === 0 ? 'work' : 'import' }))),
    ).toEqual(['all-services']);
  });

  test('is named for an imported list that is an earlier day’s, and for one far longer than ever', () => {
    const people = Array.from({ length: 40 }, (_, no) => `w${no}`);
    const lists = new Map([['站 advised', new Map([['2026-06-10', new Set(people)]])]]);
    const again = people.slice(0, 39).map((person) => row({ person, origin: 'import', at: null }));
    expect(testsOf(again, { ...nothingBefore, lists })).toEqual(['copied']);
    const regulars = [...people.slice(0, 25), ...people.slice(25).map((person) => `${person} new`)];
    expect(
      testsOf(
        regulars.map((person) => row({ person, origin: 'import', at: null })),
        { ...nothingBefore, lists },
      ),
      'most come again, some are new',
    ).toEqual([]);
    const days = new Map(
      Array.from({ length: 10 }, (_, no) => [
        `2026-06-0${no}`,
        new Set(Array.from({ length: 20 + no }, (_x, at) => `d${no}-${at}`)),
      ]),
    );
    const many = rowsOf(120, () => ({ origin: 'import', at: null }));
    expect(testsOf(many, { ...nothingBefore, lists: new Map([['站 advised', days]]) })).toEqual(['volume']);
  });

  test('does not depend on the order of its rows, and names only rows that are there', () => {
    const any = fc.record({
      person: fc.integer({ min: 0, max: 12 }).map(String),
      service: fc.constantFrom<Service>('placed', 'trained', 'advised', 'insured', 'aided'),
      recordedBy: fc.constantFrom('staff:a', 'staff:b'),
      at: fc.option(fc.integer({ min: 0, max: 600 }).map(minutes)),
      note: fc.constantFrom('咨询', '看合同', '办保险'),
      origin: fc.constantFrom<SeriesRow['origin']>('work', 'desk', 'import'),
      wasThere: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (given) => {
        const rows = given.map(row);
        const found = (of: readonly SeriesRow[]) =>
          flagsOf(of, nothingBefore, rules)
            .map(({ test: name, subject }) => `${name} ${subject}`)
            .sort();
        expect(found([...rows].reverse())).toEqual(found(rows));
        const ids = new Set(rows.map(({ id }) => id));
        for (const flag of flagsOf(rows, nothingBefore, rules)) expect(flag.rows.every((id) => ids.has(id))).toBe(true);
      }),
    );
  });
});

describe('a market of three stations, ninety days, seeded', () => {
  const DAYS = 90;
  const desks = ['staff:a', 'staff:b', 'staff:c', 'staff:d', 'staff:e', 'staff:f'];
  const notes = ['问合同怎么签', '看哪里有培训', '讨要上月工钱', '办意外险', '伤了手包扎', '问社保转移', '改简历', '问路上班车'];

  /** A desk's honest day: quick at dawn, slow at noon; regulars come again; each note is somebody's own matter, most of the time. */
  function honest(desk: string, random: () => number): SeriesRow[] {
    const rows: SeriesRow[] = [];
    const pace = 0.6 + random() * 0.8; // some days are quieter than others
    for (let minute = 0; minute < 480; ) {
      const perMinute = pace * (minute < 120 ? 0.45 : minute < 240 ? 0.15 : 0.06);
      minute += Math.max(0.5, -Math.log(1 - random()) / perMinute);
      if (minute >= 480) break;
      const about = notes[Math.floor(random() * notes.length)] ?? '';
      const service: Service = random() < 0.7 ? 'advised' : random() < 0.5 ? 'trained' : 'aided';
      rows.push(
        row({
          recordedBy: desk,
          person: `w${Math.floor(random() ** 2 * 4000)}`,
          service,
          list: `${desk} ${service}`,
          at: minutes(minute),
          note: about,
          wasThere: random() < 0.9,
        }),
      );
    }
    return rows;
  }

  /** What the days before were like, as the job reads them. */
  function remember(days: readonly (readonly SeriesRow[])[]): SeriesHistory {
    const recent = days.slice(-rules.historyDays);
    const counts = new Map<string, { services: number; spells: number }>();
    const lists = new Map<string, Map<string, Set<string>>>();
    for (const [no, rows] of recent.entries()) {
      for (const [desk, own] of Map.groupBy(rows, ({ recordedBy }) => recordedBy)) {
        const spells = new Set(own.map(({ at }) => Math.floor((at?.getTime() ?? 0) / 600_000))).size;
        const before = counts.get(desk) ?? { services: 0, spells: 0 };
        counts.set(desk, { services: before.services + own.length, spells: before.spells + spells });
      }
      for (const [list, own] of Map.groupBy(rows, (one) => one.list)) {
        const byDay = lists.get(list) ?? new Map<string, Set<string>>();
        lists.set(list, byDay.set(String(no), new Set(own.map(({ person }) => person))));
      }
    }
    return { desks: counts, lists };
  }

  const random = randomOf(20_260_618);
  const days = Array.from({ length: DAYS }, () => desks.flatMap((desk) => honest(desk, random)));

  // Twenty seeds of it, 10,800 days of a desk, raised none.
  test('honest days raise almost no flags: at most one in five hundred days of a desk', () => {
    const found = days.flatMap((rows, no) => flagsOf(rows, remember(days.slice(0, no)), rules));
    const perDay = days.flat().length / DAYS / desks.length;
    expect(perDay, 'a desk of the simulation is a busy one').toBeGreaterThan(40);
    expect(
      found.length / (DAYS * desks.length),
      JSON.stringify(found.map(({ test: name, params }) => [name, params])),
    ).toBeLessThanOrEqual(0.002);
  });

  test('planted bursts, copied lists and invented people are found, every one of twenty', () => {
    for (let no = 0; no < 20; no += 1) {
      const at = 40 + no * 2;
      const history = remember(days.slice(0, at));
      const day = days[at] ?? [];
      const start = 150 + random() * 200;
      const planted = rowsOf(24, () => ({ recordedBy: 'staff:a', at: minutes(start + random() * 6), list: 'staff:a advised' }));
      const burst = flagsOf([...day, ...planted], history, rules).find(({ test: name }) => name === 'burst');
      expect(burst?.subject, `burst ${no}`).toBe('staff:a');
      expect(planted.filter(({ id }) => burst?.rows.includes(id)).length).toBeGreaterThan(20);

      const earlier = (days[at - 3] ?? []).filter(({ list }) => list === 'staff:b advised');
      const copy = earlier.map(({ person, note }) => row({ person, note, origin: 'import', at: null, list: 'staff:b advised' }));
      const names = flagsOf([...day.filter(({ list }) => list !== 'staff:b advised'), ...copy], history, rules).map(
        ({ test: name }) => name,
      );
      expect(names, `copy ${no}`).toContain('copied');

      const invented = rowsOf(60, (i) => ({
        recordedBy: 'staff:c',
        at: minutes(i * 7),
        wasThere: false,
        note: '已提供咨询服务',
        list: 'staff:c advised',
      }));
      const told = flagsOf([...day.filter(({ recordedBy }) => recordedBy !== 'staff:c'), ...invented], history, rules);
      expect(
        told.map(({ test: name }) => name),
        `invented ${no}`,
      ).toEqual(expect.arrayContaining(['absent', 'same-words']));
    }
  });
});
