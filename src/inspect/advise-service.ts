import type { ServiceInspection } from './report.ts';

/** What the state of a service asks for, and the command that does it; null where none does. */
export interface ServiceAdvice {
  about: 'notFound' | 'masked' | 'noRestart' | 'disabled' | 'notInstalled' | 'asAdministrator';
  command: string | null;
}

/** What to do about a service as its manager shows it; nothing where it runs and is started at boot. */
export function adviseService(inspection: ServiceInspection): ServiceAdvice[] {
  return inspection.manager === 'windows'
    ? adviseOnWindows(inspection)
    : adviseOnSystemd(inspection);
}

function adviseOnWindows({ unit, state, loaded, enabled }: ServiceInspection): ServiceAdvice[] {
  if (loaded === 'not-found') return [{ about: 'notInstalled', command: null }];
  return [
    ...(state === 'failed' || state === 'stopped'
      ? [{ about: 'asAdministrator', command: `Start-Service ${unit}` } as const]
      : []),
    ...(enabled === 'disabled'
      ? [{ about: 'disabled', command: `Set-Service ${unit} -StartupType Automatic` } as const]
      : []),
  ];
}

function adviseOnSystemd({ unit, state, loaded, enabled }: ServiceInspection): ServiceAdvice[] {
  if (loaded === 'not-found') return [{ about: 'notFound', command: null }];
  const run = (verb: string): string => `sudo systemctl ${verb} ${unit.replace(/\.service$/, '')}`;
  const isDown = state === 'failed' || state === 'stopped';
  return [
    ...(loaded === 'masked'
      ? [{ about: 'masked', command: run('unmask') } as const]
      : isDown
        ? [{ about: 'noRestart', command: run('start') } as const]
        : []),
    ...(enabled === 'disabled' ? [{ about: 'disabled', command: run('enable') } as const] : []),
  ];
}
