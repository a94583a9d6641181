import type { Content } from '../../compiler/index.ts';
import type { GuessedFormat } from './guess-format.ts';
import { textOf, type NewFiles } from './new-folder.ts';

/** A version in a log, after the word or the name of the program. */
const VERSION = /\bv(?:er(?:sion)?)?[ :=]*"?v?(\d+\.\d+(?:\.\d+)*)/i;
const AFTER_NAME = /^[ /-]v?(\d+\.\d+(?:\.\d+)*)/;

/**
 * Return the files of a product, with a catalog of its name, that writes its log in a format;
 * without one, with a GAP.
 *
 * @param log the log from which the format was guessed
 */
export function productFiles(
  name: string,
  guess: GuessedFormat | null,
  log: string,
  { presets }: Content,
): NewFiles {
  const version = versionIn(log, name) ?? '1.0';
  return {
    'product.yaml': textOf(
      `title: ${JSON.stringify(name)}`,
      `catalogs: [${name}]`,
      '# Words found only in text about the program.',
      `names: [${JSON.stringify(name)}]`,
      '# Its names in journald and syslog; the lines of other programs are not read.',
      `programs: [${JSON.stringify(name)}]`,
      ...formatLines(guess, presets),
      '# The release date of each version, the newest last. Pages then name the version that they',
      `# were checked against: releases: { "${version}": "YYYY-MM-DD" }`,
      'releases: {}',
    ),
  };
}

function versionIn(log: string, name: string): string | undefined {
  const lowered = log.toLowerCase();
  for (let at = lowered.indexOf(name); at >= 0; at = lowered.indexOf(name, at + 1)) {
    const version = AFTER_NAME.exec(log.slice(at + name.length, at + name.length + 20))?.[1];
    if (version !== undefined) return version;
  }
  return VERSION.exec(log)?.[1];
}

function formatLines(guess: GuessedFormat | null, presets: Content['presets']): string[] {
  const names = presets.map(({ slug }) => slug).join(', ');
  if (!guess)
    return [
      `preset: GAP one of ${names}; or in its place the headers, levels … of content/README.md`,
    ];
  if (guess.preset !== null)
    return ['# How it writes a line; content/presets/ has others.', `preset: ${guess.preset}`];
  return [
    '# What is in front of a message. The first that fits a line is taken.',
    'headers:',
    ...guess.format.headers.map((header) => `  - '${header.replaceAll("'", "''")}'`),
    '# A line without a header belongs to the record before it.',
    "continues: ['']",
  ];
}
