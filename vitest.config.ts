import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One less is the default, which on a machine of two is one after another.
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
      // A poll waits for what a page comes to; how long that takes is for the bench to say, not for a machine that is busy.
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
