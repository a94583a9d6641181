#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The package has the compiled command; the repository runs its source.
const compiled = new URL('../lib/shindan.js', import.meta.url);
await import(existsSync(compiled) ? compiled : new URL('../src/cli/shindan.ts', import.meta.url));
