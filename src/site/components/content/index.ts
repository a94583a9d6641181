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
import Platform from './Platform.astro';
import Result from './Result.astro';
import Send from './Send.astro';
import Signs from './Signs.astro';
import Step from './Step.astro';
import Value from './Value.astro';
import Verify from './Verify.astro';
import Warning from './Warning.astro';
import When from './When.astro';

/** Components that MDX may use, and the replacement of its `code` element. */
export const components = {
  code: Code,
  Apart,
  Cause,
  Causes,
  Command,
  Diagram,
  Do,
  Dont,
  Entry,
  Fix,
  Guide,
  Platform,
  Result,
  Send,
  Signs,
  Step,
  Value,
  Verify,
  Warning,
  When,
};
