import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Vitest's default, one worker fewer than cores, would run tests one by one on two cores.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/{eval,redaction,source}/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      // Generous timeouts, because machines may be busy; the benchmarks measure speed.
      {
        test: {
          name: 'site',
          expect: { poll: { timeout: 15_000 } },
          include: ['tests/site/*.test.ts'],
          globalSetup: 'tests/site/serve-site.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
