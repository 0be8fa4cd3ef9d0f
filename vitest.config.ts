import { defineConfig } from 'vitest/config';
import { definitions } from './scripts/routes.ts';

const define = definitions();

export default defineConfig({
  test: {
    // Most of the time goes by in waiting for servers and processes: two cores are not busy with two files at once.
    maxWorkers: 4,
    projects: [
      {
        define,
        // What needs no database: the shape of the house, and rules that are functions of their input.
        test: { name: 'house', include: ['test/house/**/*.test.ts'] },
      },
      {
        define,
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/house/**', 'test/local/**', 'test/end-to-end/**', 'test/connections/**', 'test/load/**'],
          globalSetup: ['test/setup/server.ts'],
          setupFiles: ['test/setup/clone.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What measures many processes on one server: by itself, when the others are done.
        test: {
          name: 'connections',
          include: ['test/connections/**/*.test.ts'],
          globalSetup: ['test/setup/server.ts'],
          setupFiles: ['test/setup/clone.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What starts its own servers and processes.
        test: {
          name: 'local',
          include: ['test/local/**/*.test.ts', 'test/end-to-end/**/*.test.ts', 'test/load/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
