import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Instance } from '../server/kernel/matching/instance.ts';
import { type Matching, rematch, solve } from '../server/kernel/matching/solve.ts';
import { cityRound, fileOf, type PlainShape, plainRound, twoRounds } from './gig-rounds.ts';
import { type Line, percentile } from './house.ts';

/**
 * Rounds of a gig station matched exactly, from the start and again after a change, in turns with LEMON's network simplex on the same
 * instance. Both build their network from the arrays within the time, both on one thread; every answer must be the same.
 */
export async function benchMatching(large: boolean): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leye-matching-'));
  try {
    const peer = compilePeer(folder);
    const lines: Line[] = [];
    for (const seed of [1, 2, 3]) lines.push(await cold(folder, peer, `seed ${seed}`, cityRound(10_000, 3000, seed), 15));
    lines.push(await cold(folder, peer, 'seed 1', cityRound(100_000, 20_000, 1), 5));
    lines.push(await shapes(folder, peer));
    lines.push(
      await again(folder, peer, cityRound(10_500, 3150, 4), 15),
      await again(folder, peer, cityRound(105_000, 21_000, 4), 5),
    );
    if (large) lines.push(await million(folder));
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The compiled peer; nothing, said loudly, where it cannot be compiled. */
function compilePeer(folder: string): string | undefined {
  const source = fileURLToPath(new URL('lemon-matching.cpp', import.meta.url));
  const program = path.join(folder, 'lemon-matching');
  try {
    execFileSync('g++', ['-O3', '-o', program, source], { stdio: 'pipe' });
  } catch {
    console.warn('NOT COMPARED: LEMON could not be compiled. Install g++ and liblemon-dev to measure beside it.');
    return undefined;
  }
  return program;
}

type Answer = { readonly filled: number; readonly cost: number; readonly seconds: number };

/** Runs `turns` times Leye and the peer after each other, after one turn that counts for nothing. */
async function inTurns(folder: string, peer: string | undefined, instance: Instance, turns: number, ours: () => Matching) {
  const [leye, lemon, ratios]: [number[], number[], number[]] = [[], [], []];
  let isSame = true;
  const file = path.join(folder, 'round.bin');
  await writeFile(file, fileOf(instance));
  const running = peer === undefined ? undefined : spawn(peer, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = running && createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  for (let turn = 0; turn <= turns; turn += 1) {
    const began = performance.now();
    const { filled, cost, isOptimal } = ours();
    const seconds = (performance.now() - began) / 1000;
    if (!isOptimal) isSame = false;
    if (turn > 0) leye.push(seconds);
    if (!running || !answers) continue;
    running.stdin.write('\n');
    const answer: Answer = JSON.parse((await answers.next()).value ?? '{}');
    if (answer.filled !== filled || answer.cost !== cost) isSame = false;
    if (turn > 0) {
      lemon.push(answer.seconds);
      ratios.push(seconds / answer.seconds);
    }
  }
  running?.stdin.end();
  return { leye: percentile(leye, 50), lemon: percentile(lemon, 50), ratio: percentile(ratios, 50), isSame };
}

const told = (seconds: number): string => (seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(1)} s`);

type Measured = Awaited<ReturnType<typeof inTurns>>;

function line(what: string, { leye, lemon, ratio, isSame }: Measured, most: number): Line {
  const isAlone = Number.isNaN(lemon);
  return {
    what,
    leye: `${told(leye)}, ${isSame ? 'proved optimal' : '**not the optimum**'}`,
    peer: isAlone ? 'LEMON was not there' : `LEMON's network simplex ${told(lemon)}`,
    ratio: isAlone ? '–' : `${ratio.toFixed(2)} ×`,
    bar: `≤ ${most.toFixed(1)} ×, same optimum`,
    holds: isSame && (isAlone || ratio <= most),
  };
}

const size = ({ workers, openings }: Instance): string => `${workers.toLocaleString('en')} × ${openings.toLocaleString('en')}`;

async function cold(folder: string, peer: string | undefined, name: string, instance: Instance, turns: number): Promise<Line> {
  const measured = await inTurns(folder, peer, instance, turns, () => solve(instance));
  return line(`a gig station's round matched, ${size(instance)}, ${name}`, measured, 1);
}

const upTo = (most: number) => (random: () => number) => 1 + random() * most;
const plain: Readonly<Record<string, PlainShape>> = {
  'few large openings': { workers: 20_000, openings: 20, degree: [15, 15], places: [800, 800], cost: upTo(10_000) },
  'few large openings, all needed': { workers: 20_000, openings: 20, degree: [15, 15], places: [1000, 1000], cost: upTo(10_000) },
  'mostly isolated workers': { workers: 50_000, openings: 3000, degree: [0, 4], places: [3, 3], cost: upTo(10_000) },
  'equal costs': { workers: 10_000, openings: 3000, degree: [30, 30], places: [1, 5], cost: () => 500 },
  'three costs, as many places as workers': {
    workers: 10_000,
    openings: 10_000,
    degree: [10, 10],
    places: [1, 1],
    cost: upTo(3),
  },
  'as many places as workers': { workers: 10_000, openings: 2500, degree: [30, 30], places: [4, 4], cost: upTo(10_000) },
  'more places than workers': { workers: 10_000, openings: 5000, degree: [30, 30], places: [1, 5], cost: upTo(10_000) },
  'dense and small': { workers: 1000, openings: 1000, degree: [1000, 1000], places: [1, 1], cost: upTo(10_000) },
  'one to a hundred arcs': { workers: 10_000, openings: 3000, degree: [1, 100], places: [1, 6], cost: upTo(10_000) },
  'costs mostly the worker’s own': {
    workers: 10_000,
    openings: 3000,
    degree: [30, 30],
    places: [1, 5],
    cost: (r, i) => (i % 100) * 100 + 10 * r(),
  },
  'costs up to two thousand million': {
    workers: 10_000,
    openings: 3000,
    degree: [30, 30],
    places: [1, 5],
    cost: upTo(2_000_000_000),
  },
};

/** The shape that does worst beside the peer. */
async function shapes(folder: string, peer: string | undefined): Promise<Line> {
  let worst: { name: string; measured: Measured } | undefined;
  let isSame = true;
  for (const [name, shape] of Object.entries(plain)) {
    const instance = plainRound(shape, 7);
    const measured = await inTurns(folder, peer, instance, 5, () => solve(instance));
    console.log(`     ${name}: ${told(measured.leye)}, LEMON ${told(measured.lemon)}, ${measured.ratio.toFixed(2)} ×`);
    if (!measured.isSame) isSame = false;
    if (!worst || measured.ratio > worst.measured.ratio) worst = { name, measured };
  }
  const { name, measured } = worst!; // reason: there are shapes
  return line(`rounds of ${Object.keys(plain).length} other shapes, the worst of them: ${name}`, { ...measured, isSame }, 1);
}

async function again(folder: string, peer: string | undefined, pool: Instance, turns: number): Promise<Line> {
  const { before, after, since } = twoRounds(pool, 5);
  const standing = solve(before);
  const measured = await inTurns(folder, peer, after, turns, () => rematch(after, standing, since));
  return line(`a round matched again after a change of 5 %, ${size(after)}; LEMON from the start`, measured, 0.3);
}

/** The largest round, by the command itself. */
async function million(folder: string): Promise<Line> {
  const file = path.join(folder, 'million.bin');
  await writeFile(file, fileOf(cityRound(1_000_000, 200_000, 1)));
  const program = fileURLToPath(new URL('../scripts/leye.mjs', import.meta.url));
  const out = execFileSync(process.execPath, [program, 'gigs', 'solve', file, '--json'], { encoding: 'utf8' });
  const answer: { seconds: number; peakMB: number; optimal: boolean } = JSON.parse(out);
  return {
    what: 'a gig station’s round matched, 1,000,000 × 200,000, by the command',
    leye: `${answer.seconds.toFixed(1)} s, ${answer.peakMB.toFixed(0)} MB, ${answer.optimal ? 'proved optimal' : '**not proved**'}`,
    peer: '–',
    ratio: '–',
    bar: '≤ 120 s, ≤ 2,000 MB, proved',
    holds: answer.optimal && answer.seconds <= 120 && answer.peakMB <= 2000,
  };
}
