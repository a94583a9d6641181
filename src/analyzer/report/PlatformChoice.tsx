import { createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { OSES, type Os } from '../../model/prose.ts';
import { useReport } from './report-context.ts';

const KEY = 'platform';

/** The platform whose steps a report shows, and the platforms for which it has any. */
export interface PlatformState {
  platforms: Os[];
  active: Os;
  select: (os: Os) => void;
}

export const ChosenPlatform = createContext<PlatformState>({
  platforms: [],
  active: 'linux',
  select: () => undefined,
});

/**
 * Hold the platform of a report: the one chosen in it, else the log's, else the last choice here or
 * on a guide page.
 */
export function usePlatforms(offered: ReadonlySet<Os>, detected: Os | null): PlatformState {
  const [chosen, choose] = useState<Os | null>(null);
  const wanted = chosen ?? detected ?? tryStorage(() => localStorage.getItem(KEY));
  const platforms = OSES.filter((os) => offered.has(os));
  return {
    platforms,
    active: platforms.find((os) => os === wanted) ?? platforms[0] ?? 'linux',
    select: (os) => {
      choose(os);
      tryStorage(() => localStorage.setItem(KEY, os));
    },
  };
}

/** Return which of a step's platforms to show: the report's, or else the first. */
export function usePlatform(platforms: readonly Os[]): Os {
  const { active } = useContext(ChosenPlatform);
  return platforms.includes(active) ? active : (platforms[0] ?? 'linux');
}

/** Access localStorage, which may throw. The choice applies to the report even if it does. */
function tryStorage<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

/** Radio buttons that choose the platform for all steps of a report. */
export function PlatformChoice() {
  const { text } = useReport();
  const name = useId();
  const { platforms, active, select } = useContext(ChosenPlatform);
  if (platforms.length < 2) return null;
  return (
    <div class="platform-choice" role="radiogroup" aria-label={text.platforms}>
      {platforms.map((os) => (
        <label key={os}>
          <input
            type="radio"
            name={name}
            value={os}
            checked={os === active}
            onChange={() => select(os)}
          />
          {text.platform[os]}
        </label>
      ))}
    </div>
  );
}

/**
 * Names the platform of a step if it is not the report's, and the shell that a Windows command
 * needs. `hasCommand`: the step has a command to type.
 */
export function PlatformName({ os, hasCommand }: { os: Os; hasCommand: boolean }) {
  const { text } = useReport();
  const { active, platforms } = useContext(ChosenPlatform);
  const isOther = os !== active || platforms.length < 2;
  return (
    <>
      {isOther && <p class="platform-name">{text.platform[os]}</p>}
      {hasCommand && os === 'windows' && <p class="platform-name">{text.elevated}</p>}
    </>
  );
}
