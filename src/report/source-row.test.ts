import { expect, it } from 'vitest';
import type { InspectedReport } from '../model/inspection.ts';
import { sourceRows } from './source-row.ts';

const report = (source: string | null, product: string | null): InspectedReport =>
  ({ source, product, status: 'healthy', answers: [], findings: [] }) as unknown as InspectedReport;
const namesOf = (...reports: InspectedReport[]): string[] =>
  sourceRows(reports).map(({ name }) => name);

it('names reports by what distinguishes them', () => {
  expect(namesOf(report(null, 'agent'))).toEqual(['']);
  expect(namesOf(report('web01', 'agent'), report('db01', 'agent'))).toEqual(['web01', 'db01']);
  expect(namesOf(report(null, 'agent'), report(null, 'proxy'))).toEqual(['agent', 'proxy']);
  expect(namesOf(report('web01', 'agent'), report('web01', 'proxy'))).toEqual([
    'web01 agent',
    'web01 proxy',
  ]);
});
