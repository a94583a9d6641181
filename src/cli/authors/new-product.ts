import type { Content } from '../../compiler/index.ts';
import type { GuessedFormat } from './guess-format.ts';
import { inPackage } from '../../compiler/package-folder.ts';
import type { Spellings } from '../../engine/headers/levels.ts';
import type { Language } from '../../model/languages.ts';
import { languagesOf, textOf, type NewFiles } from './new-folder.ts';

/** A version in a log, after the word or the name of the program. */
const VERSION = /\bv(?:er(?:sion)?)?[ :=]*"?v?(\d+\.\d+(?:\.\d+)*)/i;
const AFTER_NAME = /^[ /-]v?(\d+\.\d+(?:\.\d+)*)/;

/**
 * Return the files of a product that has a catalog of the same name.
 *
 * @param guess how it writes its log; null leaves a GAP there
 * @param log the log that the headers were guessed from
 */
export function productFiles(
  name: string,
  guess: GuessedFormat | null,
  log: string,
  { presets, site }: Partial<Pick<Content, 'site'>> & Pick<Content, 'presets'>,
): NewFiles {
  const version = versionIn(log, name) ?? '1.0';
  const spellings = spellingsIn(log, name);
  const title = spellings.find((word) => word !== word.toLowerCase()) ?? name;
  const names = [...new Set([title, name, ...spellings])].map((item) => JSON.stringify(item));
  const programs = (guess?.programs ?? [name]).map((item) => JSON.stringify(item));
  return {
    'product.yaml': textOf(
      `# ${inPackage('docs/log-formats.md')} explains the fields.`,
      `title: ${JSON.stringify(title)}`,
      '# How sentences name it, if not by its title.',
      `# name-in-text: { ${languagesOf({ site }).map((code) => `${code}: ${NAME_IN_TEXT[code]}`)} }`,
      `catalogs: [${name}]`,
      '# Words found only in text about the program, in their exact case.',
      `names: [${names.join(', ')}]`,
      '# Its names in journald and syslog; the lines of other programs are not read.',
      `programs: [${programs.join(', ')}]`,
      ...formatLines(guess, presets),
      '# The release date of each version, the newest last. Pages then name the version that they',
      `# were checked against: releases: { "${version}": "YYYY-MM-DD" }`,
      'releases: {}',
      '# The entry and its hole that name the running version.',
      `# version: { entry: ${name}/starting, hole: version }`,
      '# The entries of the start and the stop: a fault that stopped the program is over after the',
      '# next start.',
      `# milestones: { starting: ${name}/starting, started: ${name}/ready, stopping: [${name}/stop] }`,
    ),
  };
}

const NAME_IN_TEXT: Record<Language, string> = { en: 'the server', ja: 'サーバー' };

/**
 * Return the ways in which a log spells the name of a program, which may have capitals or other
 * separators: `PostgreSQL`, or `fluent bit` for fluent-bit.
 */
function spellingsIn(log: string, name: string): string[] {
  return [...new Set(log.match(new RegExp(`\\b${name.replaceAll('-', '[-_ ]?')}\\b`, 'gi')))];
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
      `preset: "GAP one of ${names}; or headers and levels: ${inPackage('docs/log-formats.md')}"`,
    ];
  const { preset, guessed } = guess;
  return [
    ...(preset === null
      ? []
      : ['# How it writes a line; content/presets/ has others.', `preset: ${preset}`]),
    ...(guessed === null
      ? []
      : [
          '# What is in front of a message. The first that fits a line is taken.',
          'headers:',
          ...guessed.headers.map((header) => `  - '${header.replaceAll("'", "''")}'`),
          ...(guessed.levels ? ['levels:', ...levelLines(guessed.levels)] : []),
        ]),
    ...(preset === null
      ? ['# A line without a header belongs to the record before it.', "continues: ['']"]
      : []),
  ];
}

function levelLines(levels: Spellings): string[] {
  return Object.entries(levels).map(([level, words]) => `  ${level}: [${words.join(', ')}]`);
}
