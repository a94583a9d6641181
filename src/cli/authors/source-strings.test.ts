import { describe, expect, it } from 'vitest';
import { isSource, readPrintedStrings } from './source-strings.ts';

/** Return the callee and the text of each string that is read. */
const read = (source: string, file = 'main.go'): string[] =>
  readPrintedStrings(source, file).map(({ callee, text }) => `${callee} ${text}`);

describe('readPrintedStrings', () => {
  it.each([
    ['logger.Errorf("disk %s is full", path)', 'logger.Errorf disk %s is full'],
    ['return fmt.Errorf(`not "here": %w`, err)', 'fmt.Errorf not "here": %w'],
    ['log.Print("it is " + name + " again")', 'log.Print it is %v again'],
    ['log.Print(name + " is gone")', 'log.Print %v is gone'],
    ['log.Print("one " +\n\t"two " + f(1, "x") + " end")', 'log.Print one two %v end'],
    ['if r == \'"\' { log.Print("it is quoted") }', 'log.Print it is quoted'],
  ])('reads %j', (source, text) => expect(read(source)).toEqual([text]));

  it.each([
    [
      'C',
      'main.c',
      'serverLog(LL_WARNING, "Could not " "open %s",\n x);',
      'serverLog Could not open %s',
    ],
    ['Java', 'A.java', 'throw new IOException("No more " + n);', 'IOException No more %v'],
    [
      'Python',
      'a.py',
      "raise ValueError('no such file: %s' % x)  # or 'so on'",
      'ValueError no such file: %s',
    ],
    ['Rust', 'a.rs', 'fn f<\'a>() { warn!("it took {} ms", t) }', 'warn it took {} ms'],
    [
      'JavaScript',
      'a.js',
      'console.error(`cannot read ${file}`)',
      'console.error cannot read ${file}',
    ],
  ])('reads %s', (_language, file, source, text) => expect(read(source, file)).toEqual([text]));

  it.each([
    'flag.String("conf", "", "path of the file")',
    'x := "not printed at all"',
    '// log.Print("in a comment")',
    '/* log.Print("in a comment") */',
    'log.Print("oneword")',
    'strings.Replace(text, "this and", "that", 1)',
  ])('leaves out %j', (source) => expect(read(source)).toEqual([]));

  it('distinguishes texts that are formatted but not printed', () => {
    const strings = readPrintedStrings(
      'x := fmt.Sprintf("made of %s", y)\nlog.Print(fmt.Sprintf("printed at %s", y))',
      'main.go',
    );
    expect(strings).toMatchObject([
      { text: 'made of %s', isPrinted: false, line: 1 },
      { text: 'printed at %s', isPrinted: true, line: 2 },
    ]);
  });

  it('reads only source code', () => {
    expect(['a.go', 'b.c', 'c.md', 'd'].map(isSource)).toEqual([true, true, false, false]);
    expect(readPrintedStrings('log("a b c")', 'c.md')).toEqual([]);
  });
});
