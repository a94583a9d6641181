import { expect, it } from 'vitest';
import { encodeRange } from '../lines/byte-range.ts';
import { EventSources } from './event-source.ts';

const writers = new EventSources(['Source', 'ソース']);
const namedIn = (text: string): string | null => writers.readSource(encodeRange(text));

it.each([
  ['Source:        mackerel-agent', 'mackerel-agent'],
  ['  ソース: Service Control Manager', 'Service Control Manager'],
  ['==> /var/log/nginx/error.log <==', '/var/log/nginx/error.log'],
  ['==> agent.log <==', 'agent.log'],
  [`<Event><System><Provider Name='mackerel-agent'/>`, 'mackerel-agent'],
  ['  mackerel-container-agent:', 'mackerel-container-agent'],
  ['    Last State:', null],
  ['app:', null],
  ['==> here <==', null],
  ['The source: a lake', null],
])('reads %s as naming %s', (text, name) => expect(namedIn(text)).toBe(name));

it('reads a path without an end in linear time', () =>
  expect(namedIn(`==> ${'/'.repeat(200_000)}`)).toBeNull());
