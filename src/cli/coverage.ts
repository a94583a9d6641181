import { run } from './authors/coverage.ts';
import { runAuthorCommand } from './run-author-command.ts';

await runAuthorCommand(run);
