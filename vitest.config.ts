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
          include: ['tests/{cli,eval,redaction,search,source}/*.test.ts'],
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
          // Files share the modules of their worker, and so its browser.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
