import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The default is one less, which means no parallelism on a two-core machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/{engine,inspect,display,letter,catalog,cli,search,analyzer,highlight,i18n,components,language}/**/*.test.{ts,tsx}',
            'src/tests/{eval,redaction,source}/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      // Generous timeouts, because machines may be busy; the benchmarks measure speed.
      {
        test: {
          name: 'site',
          expect: { poll: { timeout: 15_000 } },
          include: ['src/tests/site/*.test.ts'],
          globalSetup: 'src/tests/site/serve-site.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
