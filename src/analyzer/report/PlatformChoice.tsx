import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { Os } from '../../model/prose.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';

const KEY = 'platform';

/** The platform chosen in a report; it applies to all of its steps. */
export const ChosenPlatform = createContext<{ chosen: Os | null; choose: (os: Os) => void }>({
  chosen: null,
  choose: () => undefined,
});

/**
 * Return the platform to show and a setter: the one chosen in this report, else the log's, else the
 * last choice here or on a guide page.
 */
export function usePlatform(platforms: readonly Os[], detected: Os | null): [Os, (os: Os) => void] {
  const { chosen, choose } = useContext(ChosenPlatform);
  const wanted = chosen ?? detected ?? tryStorage(() => localStorage.getItem(KEY));
  const select = (os: Os): void => {
    choose(os);
    tryStorage(() => localStorage.setItem(KEY, os));
  };
  return [platforms.find((os) => os === wanted) ?? platforms[0] ?? 'linux', select];
}

/** Access localStorage, which may throw. The choice applies to the report even if it does. */
function tryStorage<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

/**
 * A choice between platforms, or the name of the only one. `hasCommand`: the steps include a
 * command to type.
 */
export function PlatformChoice(props: {
  platforms: readonly Os[];
  active: Os;
  select: (os: Os) => void;
  hasCommand: boolean;
  text: AnalyzerText;
}) {
  const { active, hasCommand, text } = props;
  return (
    <>
      <Choice {...props} />
      {hasCommand && active === 'windows' && <p class="platform-name">{text.elevated}</p>}
    </>
  );
}

function Choice({
  platforms,
  active,
  select,
  text,
}: {
  platforms: readonly Os[];
  active: Os;
  select: (os: Os) => void;
  text: AnalyzerText;
}) {
  const name = useId();
  if (platforms.length === 1) return <p class="platform-name">{text.platform[active]}</p>;
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
          <span>{text.platform[os]}</span>
        </label>
      ))}
    </div>
  );
}
