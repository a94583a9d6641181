import Code from '../Code.astro';
import Apart from './TellApart.astro';
import Cause from './Cause.astro';
import Causes from './Causes.astro';
import Command from './Command.astro';
import Diagram from './Diagram.astro';
import Do from './Do.astro';
import Dont from './Dont.astro';
import Entry from './Entry.astro';
import Fix from './Fix.astro';
import Guide from './Guide.astro';
import Nothing from './Nothing.astro';
import Platform from './Platform.astro';
import Result from './Result.astro';
import Send from './Send.astro';
import Signs from './Signs.astro';
import Step from './Step.astro';
import Value from './Value.astro';
import Verify from './Verify.astro';
import Warning from './Warning.astro';
import When from './When.astro';
import type { PartName } from '../../../model/prose.ts';

const PARTS = { When, Do, Apart, Signs, Causes, Fix, Verify, Dont, Send };

/** Components inside parts, and the replacement of the `code` element of MDX. */
const BLOCKS = {
  code: Code,
  Cause,
  Command,
  Diagram,
  Entry,
  Guide,
  Platform,
  Result,
  Step,
  Value,
  Warning,
};

/**
 * Return the components that MDX may use, such that it renders only some of its parts. A page that
 * shows the parts in an order of its own renders the MDX once for each place.
 */
export function componentsFor(...shown: PartName[]): Record<string, typeof Nothing> {
  const parts = Object.entries(PARTS).map(([name, part]) => [
    name,
    shown.includes(name as PartName) ? part : Nothing,
  ]);
  return { ...BLOCKS, ...Object.fromEntries(parts) };
}
