/**
 * Builds `lib/`, the compiled part of the npm package: the commands, the engine as a library, and
 * the data of the content. `npm pack` runs it.
 */
import { rmSync } from 'node:fs';
import { PACKAGE } from '../compiler/package-folder.ts';
import { compileCommands } from './compile-commands.ts';
import { writeDeclarations } from './write-declarations.ts';

const LIB = `${PACKAGE}lib/`;
const SOURCE = `${PACKAGE}src/`;

rmSync(LIB, { recursive: true, force: true });
await compileCommands(LIB);
writeDeclarations(`${SOURCE}package/engine.ts`, SOURCE, `${LIB}types`);
