import type { ServiceInspection } from './report.ts';

/** What the state of a unit asks for, and the command that does it; null where none does. */
export interface ServiceAdvice {
  about: 'notFound' | 'masked' | 'noRestart' | 'disabled';
  command: string | null;
}

/** What to do about a unit as `systemctl status` shows it; nothing where it runs and is started at boot. */
export function adviseService({ unit, state, loaded, enabled }: ServiceInspection): ServiceAdvice[] {
  if (loaded === 'not-found') return [{ about: 'notFound', command: null }];
  const run = (verb: string): string => `sudo systemctl ${verb} ${unit.replace(/\.service$/, '')}`;
  const isDown = state === 'failed' || state === 'stopped';
  return [
    ...(loaded === 'masked' ? [{ about: 'masked', command: run('unmask') } as const] : isDown ? [{ about: 'noRestart', command: run('start') } as const] : []),
    ...(enabled === 'disabled' ? [{ about: 'disabled', command: run('enable') } as const] : []),
  ];
}
