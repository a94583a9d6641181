#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The package has the compiled command; the repository runs its source.
const compiled = new URL('../lib/shindan.js', import.meta.url);
if (existsSync(compiled)) await import(compiled);
else if (process.features.typescript)
  await import(new URL('../src/cli/shindan.ts', import.meta.url));
else {
  process.stderr.write(
    `shindan: Node ${process.versions.node} cannot run the source; ` +
      'write `npx shindan`, which takes the Node that `npm ci` has installed\n',
  );
  process.exitCode = 2;
}
