import { parseTemplate, TemplateError, type TemplatePart } from '../../engine/index.ts';
import { closestWord } from '../../intake/closest-word.ts';
import type { LogFormat } from '../../model/schemas/log-format.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every product has a header, that presets exist, and that headers, envelopes and levels
 * can be read.
 */
export function checkLogFormats({ formats, presets, products }: Content): Problem[] {
  const names = presets.map(({ slug }) => slug);
  return [
    ...formats.flatMap(({ file, yaml }) =>
      yaml.envelopes.flatMap(({ text }) => checkHeader(text, file, false)),
    ),
    ...presets.flatMap(({ file, yaml }) => checkFormat(yaml, file)),
    ...products.flatMap(({ id, yaml }) => {
      const file = `content/products/${id}/product.yaml`;
      const { preset } = yaml;
      if (preset !== undefined && !names.includes(preset))
        return [
          {
            file,
            anchorText: preset,
            found: `preset: ${preset}, which does not exist`,
            write: `one of ${names.join(', ')}, or the fields themselves`,
          },
        ];
      const problems = checkFormat(yaml, file);
      return yaml.headers.length > 0 || yaml.fields
        ? problems
        : [
            ...problems,
            {
              file,
              found: 'no headers',
              write: `headers, such as '{date} {clock} {level} ', or preset: one of ${names.join(', ')}`,
            },
          ];
    }),
  ];
}

function checkFormat({ headers, levels }: LogFormat, file: string): Problem[] {
  return [
    ...headers.flatMap((text) => checkHeader(text, file, true)),
    ...checkLevels(levels, file),
  ];
}

/** Check that each word means one level. */
function checkLevels(levels: LogFormat['levels'], file: string): Problem[] {
  const known = new Map<string, string>();
  return Object.entries(levels ?? {}).flatMap(([level, words]) =>
    words.flatMap((word) => {
      const other = known.get(word);
      known.set(word, level);
      return other === undefined
        ? []
        : [
            {
              file,
              anchorText: word,
              isLastOccurrence: true,
              found: `levels: ${word} under ${other} and ${level}`,
              write: 'each word once',
            },
          ];
    }),
  );
}

/** Holes that would match the message as well, which follows the header. */
const GREEDY = ['cause', 'foreign', 'rest', 'json', 'quoted'];

/** The holes of headers, as in docs/log-formats.md. */
const HEADER_HOLES = [
  ...['date', 'clock', 'stamp', 'day', 'month', 'month-number', 'year', 'epoch'],
  ...['level', 'tag', 'program'],
];

/** Suggest the known hole whose name is most similar to an unknown one. */
function suggestHole({ message }: TemplateError): string {
  const unknown = /of unknown type "(.+)"/.exec(message)?.[1] ?? '';
  const name = closestWord(unknown, HEADER_HOLES);
  return name === null ? '' : `; did you mean {${name}}?`;
}

function checkHeader(text: string, file: string, isOwn: boolean): Problem[] {
  const problem = (found: string, write: string): Problem[] => [
    { file, anchorText: text, found, write },
  ];
  let parts: TemplatePart[];
  try {
    parts = parseTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return /\{(?:message|msg)\}/.test(text)
      ? problem(
          `a hole for the message in "${text}"`,
          'the header without it: the message is what follows the header',
        )
      : problem(
          `${error.message} in "${text}"`,
          `${HEADER_HOLES.map((name) => `{${name}}`).join(', ')}, or {name:word}${suggestHole(error)}`,
        );
  }
  const greedy = parts.find((part) => typeof part === 'object' && GREEDY.includes(part.type));
  if (typeof greedy === 'object')
    return problem(
      `{${greedy.name}}, which takes the message too, in "${text}"`,
      'a hole of another type, such as word',
    );
  if (isOwn && typeof parts.at(-1) === 'object')
    return problem(
      `"${text}", which ends in a hole`,
      'what separates the header from the message, such as a space',
    );
  return [];
}
