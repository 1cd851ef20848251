import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/support/cluster.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          // A file after another in one process: the modules of the house are loaded once, not once a file.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'bin/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          isolate: false,
          include: ['tests/journeys/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/journeys/support/server.ts'],
          setupFiles: ['tests/journeys/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
