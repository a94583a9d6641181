import { IS_THOROUGH } from '../helpers/sample.ts';

/**
 * The builds that the tests of the site read: at `/`, and below `/kb/`. The small content has most
 * kinds of pages and links, and is built in a quarter of the time.
 */
export const BUILDS = [
  { folder: 'dist', env: { BASE_PATH: '', SITE_URL: '' } },
  {
    folder: 'dist-kb',
    env: {
      BASE_PATH: '/kb/',
      SITE_URL: 'https://support.example.com',
      ...(!IS_THOROUGH && { CONTENT_DIR: 'tests/sample-content' }),
    },
  },
] as const;
