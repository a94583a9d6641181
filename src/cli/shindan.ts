#!/usr/bin/env node
import module from 'node:module';
import { outliveReaders } from './broken-pipe.ts';

outliveReaders();
// Half of a short run is reading modules, and Node keeps what it made of them for the next one. Node 20 cannot.
module.enableCompileCache?.();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
