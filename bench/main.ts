import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchBulletins } from './bulletins.ts';
import { benchCloseOut } from './close-out.ts';
import { benchConsultation } from './consultation.ts';
import { benchDawn } from './dawn.ts';
import { benchFigures } from './figures.ts';
import { benchGigMatching } from './gig-matching.ts';
import type { Line } from './house.ts';
import { benchImport } from './import.ts';
import { benchMatching } from './matching.ts';
import { benchPortal } from './portal.ts';
import { benchReading } from './reading.ts';
import { benchRecording } from './recording.ts';
import { benchSupervision } from './supervision.ts';

/**
 * `npm run bench [-- --only figures,reading] [--large] [--write]`: each figure beside its peer in one run. `--large` adds ten
 * million facts and a round of a million workers (some minutes, 8 GB of disk); `--write` puts the table into docs/benchmarks.md.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, large: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});

const benches: Readonly<Record<string, () => Promise<Line[]>>> = {
  recording: () => benchRecording(2000, 12_000),
  reading: () => benchReading(3),
  figures: async () => [...(await benchFigures(1_000_000)), ...(values.large ? await benchFigures(10_000_000) : [])],
  'close-out': () => benchCloseOut(),
  import: () => benchImport(100_000),
  portal: () => benchPortal(),
  bulletins: () => benchBulletins(1_000_000),
  consultation: async () => benchConsultation(),
  'gig-matching': () => benchGigMatching(),
  dawn: () => benchDawn(),
  supervision: () => benchSupervision(1_000_000, 1000),
  matching: () => benchMatching(values.large),
};
const chosen = values.only?.split(',') ?? Object.keys(benches);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
console.log(machine);
const lines: Line[] = [];
for (const name of chosen) {
  for (const line of (await benches[name]?.()) ?? []) {
    lines.push(line);
    console.log(`${line.holds ? 'ok  ' : 'MISS'} ${line.what}: ${line.leye} · ${line.peer} · ${line.ratio} (${line.bar})`);
  }
}

if (values.write) {
  const file = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
  const text = await readFile(file, 'utf8');
  const day = new Date().toISOString().slice(0, 10);
  // Measured again, a row takes its old one's place; the others stay.
  const rows = new Map([...text.matchAll(/^\| (.+?) \| .*\|$/gm)].map(([row, what]) => [what, row]));
  for (const { what, leye, peer, ratio, bar, holds } of lines)
    rows.set(what, `| ${what} | ${leye} | ${peer} | ${ratio} | ${bar} | ${holds ? 'yes' : '**no**'} | ${day} |`);
  rows.delete('what');
  const head = '| what | Leye | beside it, in the same run | ratio | bar | holds | measured |\n|---|---|---|---|---|---|---|';
  const table = `<!-- table -->\n${machine}.\n\n${head}\n${[...rows.values()].join('\n')}\n<!-- end -->`;
  await writeFile(
    file,
    text.replace(/<!-- table -->[\s\S]*<!-- end -->/, () => table),
  );
}
process.exit(lines.every((line) => line.holds) ? 0 : 1);
