import type { ComponentChildren } from 'preact';
import type { Block, Inline, StepBlock } from '../../model/prose.ts';
import {
  configFormat,
  fillCommand,
  shortTitle,
  valuesForStep,
  type LogValues,
} from '../../report/format/index.ts';
import { CommandLine, FilledCommand, Lines } from '../CommandLine.tsx';
import { MessageTitle } from '../MessageTitle.tsx';
import { PageLink } from '../PageLink.tsx';
import { InlineCode } from './InlineCode.tsx';
import { PlatformName, usePlatform } from './PlatformChoice.tsx';
import { useReport } from './report-context.ts';

/** So many steps are shown in full. In a longer list, one fewer is, and the rest are collapsed. */
const OPEN_STEPS = 3;

/** What a block of prose needs to know about the report that it is in. */
export interface BlocksContext {
  /** Values from the log that replace sample values. */
  values: LogValues;
  /** The title of the part or step that the blocks are in. */
  within: string;
}

/** Blocks of a guide, with the reader's own values filled in. */
export function Blocks({ blocks, context }: { blocks: Block[]; context: BlocksContext }) {
  const steps = blocks.filter((block): block is StepBlock => block.kind === 'step');
  if (steps.length > 0 && steps.length === blocks.length)
    return <Steps steps={steps} context={context} />;
  return (
    <>
      {group(blocks).map((item, index) =>
        Array.isArray(item) ? (
          <Platforms key={index} platforms={item} context={context} />
        ) : (
          <BlockView key={index} block={item} context={context} />
        ),
      )}
    </>
  );
}

/** Steps in order. Those after the first few show only their titles. */
export function Steps({
  steps,
  context,
  before,
  from = 1,
}: {
  steps: StepBlock[];
  context: BlocksContext;
  /** A step to take before the others. */
  before?: ComponentChildren;
  /** The number of the first step. */
  from?: number;
}) {
  const count = steps.length + (before ? 1 : 0);
  const open = OPEN_STEPS - (before ? 1 : 0) - (count > OPEN_STEPS ? 1 : 0);
  return (
    <ol class="steps" start={from} style={{ '--from': String(from - 1) }}>
      {before}
      {steps.map((step, index) => {
        const own = { values: valuesForStep(step, context.values), within: step.title };
        const blocks = <Blocks blocks={step.children} context={own} />;
        return (
          <li key={step.id} data-step={step.id}>
            {step.isFolded || index >= open ? (
              <details class="nested">
                <summary>{step.title}</summary>
                {blocks}
              </details>
            ) : (
              <>
                <h4>{step.title}</h4>
                {blocks}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type PlatformBlock = Extract<Block, { kind: 'platform' }>;

/** Group adjacent platform blocks into one choice. */
function group(blocks: Block[]): (Block | PlatformBlock[])[] {
  const grouped: (Block | PlatformBlock[])[] = [];
  for (const block of blocks) {
    const last = grouped.at(-1);
    if (block.kind !== 'platform') grouped.push(block);
    else if (Array.isArray(last)) last.push(block);
    else grouped.push([block]);
  }
  return grouped;
}

function BlockView({ block, context }: { block: Block; context: BlocksContext }) {
  const { words, text, say } = useReport();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} context={context} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          {item.map((child, at) =>
            child.kind === 'paragraph' ? (
              <Inlines key={at} inlines={child.children} context={context} />
            ) : (
              <BlockView key={at} block={child} context={context} />
            ),
          )}
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'code': {
      const file = configFormat(block.language);
      return file !== undefined ? (
        <CommandLine command={block.text} file={file} label={context.within} text={text} />
      ) : (
        <pre class="excerpt" translate={false}>
          <code>
            <Lines lines={block.text.split('\n')} />
          </code>
        </pre>
      );
    }
    case 'diagram':
      return <p>{words.diagrams[block.of]}</p>;
    case 'command':
      return (
        <FilledCommand
          pieces={fillCommand(block, context.values)}
          language={block.language}
          label={context.within}
          text={text}
          say={say}
        />
      );
    case 'step':
    case 'cause':
      return (
        <section>
          <h4>{block.title}</h4>
          <Blocks blocks={block.children} context={context} />
        </section>
      );
    case 'warning':
      return (
        <div class="warning">
          <Blocks blocks={block.children} context={context} />
        </div>
      );
    case 'only':
    case 'platform':
      return <Blocks blocks={block.children} context={context} />;
  }
}

function Inlines({ inlines, context }: { inlines: Inline[]; context: BlocksContext }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <InlineView key={index} inline={inline} context={context} />
      ))}
    </>
  );
}

function InlineView({ inline, context }: { inline: Inline; context: BlocksContext }) {
  const { words, root } = useReport();
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'code':
      return <InlineCode text={inline.text} />;
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} context={context} />
        </strong>
      );
    case 'link':
      return (
        <PageLink href={inline.href}>
          <Inlines inlines={inline.children} context={context} />
        </PageLink>
      );
    case 'value':
      return (
        <code translate={false} data-filled="">
          {context.values.find(inline.of)}
        </code>
      );
    case 'guide':
      return (
        <PageLink href={`${root}guides/${inline.of}/`}>
          {shortTitle(words.guides[inline.of]?.title ?? inline.of)}
        </PageLink>
      );
    case 'entry':
      return (
        <PageLink href={`${root}errors/${inline.of}/`}>
          <code translate={false}>
            <MessageTitle title={words.entries[inline.of]?.title ?? inline.of} />
          </code>
        </PageLink>
      );
  }
}

/** Shows the variant of some blocks that is for the chosen platform. */
function Platforms({ platforms, context }: { platforms: PlatformBlock[]; context: BlocksContext }) {
  const active = usePlatform(platforms.map(({ os }) => os));
  const blocks = platforms.find(({ os }) => os === active)?.children ?? [];
  return (
    <div class="platforms">
      <PlatformName os={active} hasCommand={blocks.some(({ kind }) => kind === 'command')} />
      <Blocks blocks={blocks} context={context} />
    </div>
  );
}
