import { defineConfig } from 'vitest/config';

const everywhere = { pool: 'forks', hookTimeout: 180_000 } as const;
// A worker reads the sources once and runs its files one after the other, as the server runs one day after the other.
const inOneProcess = { ...everywhere, isolate: false } as const;

export default defineConfig({
  test: {
    // One PostgreSQL for the whole run; every test file clones its own database from a migrated template (tests/database.ts).
    globalSetup: ['tests/global-setup.ts'],
    // One more than the machines of our CI have processors: a third of what a test takes is waiting, for pages, processes and clocks.
    maxWorkers: 3,
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          ...inOneProcess,
          name: 'unit',
          include: ['server/**/*.test.{ts,tsx}', 'web/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      // Projects run in the order of their names: these long ones before the many short ones, so that no worker waits for the last.
      {
        extends: true,
        test: { ...inOneProcess, name: 'simulation', include: ['tests/simulation/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { ...inOneProcess, name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: ['tests/faults/long-work.test.ts'],
          testTimeout: 300_000,
        },
      },
      // It measures time: alone, when everything else has ended.
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'alone',
          include: ['tests/faults/long-work.test.ts'],
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
