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

it('are only those on a platform if there are any', () => {
  const logs = { agent: [place('Linux'), { ...place('Event log'), os: 'windows' as const }] };
  const labels = (os: 'windows' | 'ecs') =>
    logPlaces({ logs, names: {} }, os).map(({ label }) => label);
  expect(labels('windows')).toEqual(['Event log']);
  expect(labels('ecs')).toEqual(['Linux', 'Event log']);
});
