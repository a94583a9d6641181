import { useId, useState } from 'preact/hooks';
import type { Block, Os } from '../catalog/index.ts';
import { Blocks, type BlocksContext } from './Blocks.tsx';

const KEY = 'platform';

/** The same steps for several platforms: a choice that is remembered, shared with the guides' pages. */
export function Platforms({ platforms, context }: { platforms: Extract<Block, { kind: 'platform' }>[]; context: BlocksContext }) {
  const [chosen, choose] = useState<string>(() => localStorage.getItem(KEY) ?? 'linux');
  const name = useId();
  const active = platforms.find(({ os }) => os === chosen) ?? platforms[0];
  if (!active) return null;
  const select = (os: Os): void => {
    localStorage.setItem(KEY, os);
    choose(os);
  };
  return (
    <div class="platforms">
      {platforms.length === 1 ? <p class="platform-name">{context.text.platform[active.os]}</p> : (
        <div class="platform-choice" role="radiogroup">
          {platforms.map(({ os }) => (
            <label key={os}>
              <input type="radio" name={name} value={os} checked={os === active.os} onChange={() => select(os)} />
              <span>{context.text.platform[os]}</span>
            </label>
          ))}
        </div>
      )}
      <Blocks blocks={active.children} context={context} />
    </div>
  );
}
