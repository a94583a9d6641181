import { describe, expect, it } from 'vitest';
import type { Content, Entry, Guide, Product } from '../../compiler/index.ts';
import type { Message } from '../../model/schemas/message.ts';
import { compareRelease, type ReleaseSource } from './compare-release.ts';
import { readPrintedStrings } from './source-strings.ts';

const message = (id: string, text: string, more: Partial<Message> = {}): Message => ({
  id,
  level: 'ERROR',
  since: '-',
  until: '-',
  source: 'main.go:1',
  text,
  ...more,
});

/** Compare a source file with messages that each have an entry and a guide. */
function compare(code: string, messages: Message[], templates: string[] = []) {
  const entries = [
    ...messages.map(({ id }) => ({ id: `agent/${id}`, templates: [{ text: id, messages: [id] }] })),
    ...templates.map((text) => ({ id: 'agent/other', templates: [{ text, messages: [] }] })),
  ].map(({ id, ...yaml }) => ({ id, catalog: 'agent', yaml }) as unknown as Entry);
  const guides = entries.map(
    ({ id }) =>
      ({
        slug: `guide-of-${id.slice(6)}`,
        yaml: { evidence: [{ chain: [id] }] },
      }) as unknown as Guide,
  );
  const product = { id: 'agent', messages, yaml: { catalogs: ['agent'] } } as unknown as Product;
  const source: ReleaseSource = {
    files: ['main.go'],
    code: [code],
    strings: readPrintedStrings(code, 'main.go'),
  };
  const { added, changed, dead } = compareRelease({ entries, guides } as Content, product, source);
  return {
    added: added.map(({ text }) => text),
    changed: changed.map(({ message: { id }, to, guides: touched }) => [id, to.text, ...touched]),
    dead: dead.map(({ message: { id }, entry }) => [id, entry]),
  };
}

describe('compareRelease', () => {
  it('finds new, changed and dead texts, and the guides that they touch', () =>
    expect(
      compare(
        'log.Print("disk %s is full")\nlog.Print("cannot open the big file %v")\nlog.Print("all is new")',
        [
          message('full', 'disk %q is full'),
          message('open', 'cannot open the file %s'),
          message('gone', 'went away long ago'),
        ],
      ),
    ).toEqual({
      added: ['all is new'],
      changed: [['open', 'cannot open the big file %v', 'guide-of-open']],
      dead: [['gone', 'agent/gone']],
    }));

  it('leaves out texts that are known as never printed or old, and those of templates', () =>
    expect(
      compare(
        'log.Print("never %d shown")\nlog.Print("old text here")\nlog.Print("of a template %s")',
        [
          message('never', 'never %d shown', { level: 'never' }),
          message('old', 'old text here', { until: '0.1.0' }),
        ],
        ['of a template {value:text}'],
      ),
    ).toEqual({ added: [], changed: [], dead: [] }));

  it('does not call a message dead if its words are elsewhere or it is from another source', () =>
    expect(
      compare('const text = "split over "\nx = other("two places")', [
        message('split', 'split over %s two places'),
        message('library', 'a text of a library', { source: 'Go net/http' }),
        message('module', 'a text of a module', { source: 'github.com/x/y/z.go:3' }),
        message('long', 'split over ...'),
      ]).dead,
    ).toEqual([]));
});
