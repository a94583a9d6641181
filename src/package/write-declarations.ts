import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Write the declarations of a module, and of the modules that its declarations import, into a
 * folder.
 *
 * @param root the folder of the sources, below which the declarations keep their paths
 * @throws Error if the module has type errors
 */
export function writeDeclarations(module: string, root: string, folder: string): void {
  const program = ts.createProgram([module], {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
  });
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0)
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  const written = new Set<string>();
  const write = (source: string): void => {
    if (written.has(source)) return;
    written.add(source);
    program.emit(program.getSourceFile(source), (path, text) => {
      const target = join(folder, relative(root, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text.replaceAll(RELATIVE_TS, "from '$1.js'"));
      for (const [, imported] of text.matchAll(RELATIVE_TS))
        write(`${join(dirname(source), imported as string)}.ts`);
    });
  };
  write(module);
}

/** An import of a source file. In declarations, it must name the JavaScript file instead. */
const RELATIVE_TS = /from '(\.{1,2}\/[\w./-]+)\.ts'/g;
