import { describe, expect, it } from 'vitest';
import { numberingProblems } from './migrations.ts';

describe('the numbering of migrations', () => {
  it('runs without gap or double, in whatever order the folder lists them', () => {
    expect(numberingProblems(['0002-people.sql', '0001-kernel.sql', '0003-gigs-2.sql'])).toEqual([]);
  });

  it.each([
    [[], 'there is no migration'],
    [['0002-people.sql'], '0002-people.sql stands where 0001- is due'],
    [['0001-kernel.sql', '0003-gigs.sql'], '0003-gigs.sql stands where 0002- is due'],
    [['0001-kernel.sql', '0001-people.sql'], '0001-people.sql stands where 0002- is due'],
    [['0001_kernel.sql'], 'is not named like'],
    [['0001-kernel.sql', 'notes.txt'], 'notes.txt is not named like'],
  ])('%j: %s', (files, problem) => {
    expect(numberingProblems(files).join()).toContain(problem);
  });
});
