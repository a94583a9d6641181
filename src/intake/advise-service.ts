import type { ServiceInspection } from '../model/inspection.ts';

/** A piece of advice on a service, and the command that follows it; null if there is none. */
export interface ServiceAdvice {
  about: 'notFound' | 'masked' | 'noRestart' | 'disabled' | 'notInstalled' | 'asAdministrator';
  command: string | null;
}

/** Advise on a service as its manager reports it; empty if it runs and starts at boot. */
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
