import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // Vitest imports the development builds of packages, which nobody else runs and which take
      // twice as long to parse Markdown. No option prevents that.
      name: 'import-as-users',
      configResolved: ({ ssr, environments }) => {
        for (const { resolve } of [ssr, ...Object.values(environments)])
          if (resolve) resolve.conditions = ['node'];
      },
    },
  ],
  test: {
    // Vitest's default, one worker fewer than cores, would run tests one by one on two cores.
    maxWorkers: '100%',
    // Files share the modules of their worker: its content, its compiled engine and its browser.
    isolate: false,
    // Only a test that hangs may reach a timeout, however busy the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // One of 9,000 tests with real browsers, shells and worker threads can fail by chance on a busy
    // machine. It is run again, and `npm test` lists it as unstable: a fault to find, but not in
    // the change at hand.
    retry: 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: 'tests/helpers/fixed-seed.ts',
        },
      },
      {
        test: {
          name: 'cli',
          include: ['tests/cli/*.test.ts'],
          globalSetup: 'tests/cli/compile-commands.ts',
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/{eval,redaction,search,source}/*.test.ts'],
          setupFiles: 'tests/helpers/fixed-seed.ts',
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/*.test.ts'],
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/*.test.ts'],
          globalSetup: ['tests/site/serve-site.ts', 'tests/cli/compile-commands.ts'],
        },
      },
    ],
  },
});
