import { expect, it } from 'vitest';
import { logPlaces } from './log-places.ts';

const place = (label: string) => ({ os: 'linux' as const, label, where: '', command: '' });

it('tells the places of several products apart', () => {
  const names = {
    agent: { program: 'Agent', called: 'Agent', programs: [] },
    proxy: { program: 'Proxy', called: 'Proxy', programs: [] },
  };
  const logs = { agent: [place('Linux'), place('Docker')], proxy: [place('Docker')] };
  expect(logPlaces({ logs, names }).map(({ label }) => label)).toEqual([
    'Linux',
    'Agent: Docker',
    'Proxy: Docker',
  ]);
});
