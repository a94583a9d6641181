import { serveFolder, readServeOptions } from './serve-folder.ts';

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
serveFolder(process.argv[2] ?? 'dist', readServeOptions());
