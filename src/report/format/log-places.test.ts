import { expect, it } from 'vitest';
import { logPlaces } from './log-places.ts';

const place = (label: string) => ({ os: 'linux' as const, label, where: '', command: '' });

it('names the product of each place if there are several products', () => {
  const names = {
    agent: { program: 'Agent', nameInText: 'Agent', programs: [] },
    proxy: { program: 'Proxy', nameInText: 'Proxy', programs: [] },
  };
  const logs = { agent: [place('Linux'), place('Docker')], proxy: [place('Docker')] };
  expect(logPlaces({ logs, names }).map(({ label }) => label)).toEqual([
    'Linux',
    'Agent: Docker',
    'Proxy: Docker',
  ]);
});

it('returns only the places on the platform, or all places if it has none', () => {
  const logs = { agent: [place('Linux'), { ...place('Event log'), os: 'windows' as const }] };
  const labels = (os: 'windows' | 'ecs') =>
    logPlaces({ logs, names: {} }, os).map(({ label }) => label);
  expect(labels('windows')).toEqual(['Event log']);
  expect(labels('ecs')).toEqual(['Linux', 'Event log']);
});
