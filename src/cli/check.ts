import { run } from './authors/check.ts';
import { runAuthorCommand } from './run-author-command.ts';

await runAuthorCommand(run);
