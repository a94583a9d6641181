import type { Block } from '../compiler/index.ts';
import { Blocks, type BlocksContext } from './Blocks.tsx';
import { PlatformChoice, usePlatform } from './PlatformChoice.tsx';

/** The same steps for several platforms, one shown at a time. */
export function Platforms({
  platforms,
  context,
}: {
  platforms: Extract<Block, { kind: 'platform' }>[];
  context: BlocksContext;
}) {
  const names = platforms.map(({ os }) => os);
  const [active, select] = usePlatform(names, context.platform);
  const blocks = platforms.find(({ os }) => os === active)?.children ?? [];
  return (
    <div class="platforms">
      <PlatformChoice
        platforms={names}
        active={active}
        select={select}
        hasCommand={blocks.some(({ kind }) => kind === 'command')}
        text={context.text}
      />
      <Blocks blocks={blocks} context={context} />
    </div>
  );
}
