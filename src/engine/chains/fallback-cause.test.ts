import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { openDiagnosis } from '../products/open-diagnosis.ts';
import { compile } from '../products/matcher.ts';

const matcher = compile(buildCatalog(openSampleContent()));
const diagnose = (line: string) => {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(`2026/11/26 04:30:00 ${line}\n`));
  return diagnosis.close();
};
const UNKNOWN = 'ERROR <command> Cannot hand the weather over to Mackerel';
const RESET =
  'Put "https://api.mackerelio.com/api/v0/hosts/3xFAjdWpSBu": read tcp 192.0.2.5:50000->203.0.113.1:443: read: connection reset by peer';

describe('an unknown message', () => {
  it('gets its last cause as a likely one if the cause names the server of the product', () => {
    const report = diagnose(`${UNKNOWN} (try 2 of 3): ${RESET}`);
    expect(report.answers).toMatchObject([{ guide: 'connection-cut', confidence: 'likely' }]);
    expect(report.findings[0]?.chain.map(({ entry }) => entry)).toEqual([
      'network/request-failed',
      'network/connection-reset',
    ]);
    expect(report.unknown).toEqual([]);
  });

  it('gets a cause that has the words of the product', () => {
    const cause = 'API request failed: Authentication failed. Please try with valid Api Key.';
    expect(diagnose(`${UNKNOWN}: ${cause}`).answers).toMatchObject([
      { guide: 'key-rejected', confidence: 'likely' },
    ]);
  });

  it('is explained if it consists of a cause that no version prints as a line of its own', () =>
    expect(diagnose('ERROR <command> API request failed: 403 Forbidden').answers).toMatchObject([
      { guide: 'key-rejected', confidence: 'likely' },
    ]));

  it.each([
    ['names another server', `${UNKNOWN}: ${RESET.replaceAll('mackerelio.com', 'example.com')}`],
    ['continues after the cause', `${UNKNOWN}: ${RESET}, or something like it`],
    ['has no cause', `${UNKNOWN} at https://api.mackerelio.com: no`],
    [
      'has a tag that the product does not use',
      `${UNKNOWN.replace('command', 'weather')}: ${RESET}`,
    ],
  ])('stays unknown if it %s', (_why, line) => {
    const report = diagnose(line);
    expect(report.answers).toEqual([]);
    expect(report.unknown).toHaveLength(1);
  });

  it('is no problem at a harmless level', () =>
    expect(diagnose(`${UNKNOWN.replace('ERROR', 'DEBUG')}: ${RESET}`)).toMatchObject({
      answers: [],
      unknown: [],
    }));
});
