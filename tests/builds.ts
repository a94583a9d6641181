/** The builds that the tests of the site read: at `/`, and below `/kb/`. */
export const BUILDS = [
  { folder: 'dist', env: { BASE_PATH: '', SITE_URL: '' } },
  { folder: 'dist-kb', env: { BASE_PATH: '/kb/', SITE_URL: 'https://support.example.com' } },
] as const;
