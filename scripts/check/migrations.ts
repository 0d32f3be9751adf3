import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './source.ts';

/** What is wrong with the numbering of these migrations: they run 0001, 0002 … without gap or double. */
export function numberingProblems(files: readonly string[]): string[] {
  if (files.length === 0) return ['there is no migration: nothing was checked'];
  const misnamed = files.filter((file) => !/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(file));
  if (misnamed.length > 0) return misnamed.map((file) => `${file} is not named like 0001-what-it-brings.sql`);
  return files.toSorted().flatMap((file, index) => {
    const expected = String(index + 1).padStart(4, '0');
    return file.startsWith(expected) ? [] : [`${file} stands where ${expected}- is due`];
  });
}

export const checkMigrations = async (): Promise<string[]> =>
  numberingProblems(await readdir(path.join(root, 'db', 'migrations')));
