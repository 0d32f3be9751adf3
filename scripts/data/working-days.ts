/**
 * Writes programme/calendar/<year>.csv from the development package `chinese-days` (MIT), which carries the yearly
 * announcements of the General Office of the State Council.
 *
 *   node scripts/data/working-days.ts 2027
 *
 * Run it when a new year has been announced and the package knows it, then read the result against the announcement itself
 * and add its number to programme/calendar/README.md. A year that the package does not know is refused: no guess is written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const years = process.argv.slice(2);
if (years.length === 0 || years.some((year) => !/^\d{4}$/.test(year))) {
  console.error('Usage: node scripts/data/working-days.ts YEAR [YEAR …]');
  process.exit(2);
}

for (const year of years) {
  const source = new URL(`node_modules/chinese-days/dist/years/${year}.json`, root);
  if (!existsSync(source)) {
    console.error(`chinese-days does not know ${year}: it is not announced yet, or the package needs an update.`);
    process.exit(1);
  }
  // The package's own shape: day → 'English,中文,statutory days'.
  const known: { holidays: Record<string, string>; workdays: Record<string, string> } = JSON.parse(readFileSync(source, 'utf8'));
  const rows = [...rowsOf(known.holidays, 'holiday'), ...rowsOf(known.workdays, 'make-up')].sort();
  writeFileSync(new URL(`programme/calendar/${year}.csv`, root), `date,kind,name\n${rows.join('\n')}\n`);
  console.log(`${year}: ${rows.length} days`);
}

function rowsOf(days: Record<string, string>, kind: 'holiday' | 'make-up'): string[] {
  return Object.entries(days).map(([day, names]) => `${day},${kind},${names.split(',')[1] ?? ''}`);
}
