import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // What needs no database: the shape of the house, and rules that are functions of their input.
        test: { name: 'house', include: ['test/house/**/*.test.ts'] },
      },
      {
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/house/**', 'test/local/**', 'test/end-to-end/**', 'test/load/**'],
          globalSetup: ['test/setup/server.ts'],
          setupFiles: ['test/setup/clone.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
