#!/usr/bin/env node
import module from 'node:module';
import { ignoreBrokenPipe } from './ignore-broken-pipe.ts';

ignoreBrokenPipe();
// Half of a short run is spent compiling modules; Node 22 and newer can cache the result.
module.enableCompileCache?.();
const { dispatch } = await import('./dispatch.ts');
process.exitCode = await dispatch(process.argv.slice(2));
