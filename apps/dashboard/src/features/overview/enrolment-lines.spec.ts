import { enrolmentLines } from './enrolment-lines.js';

const response = {
  token: 't-1',
  expiresAt: '2026-11-22T02:30:00.000Z',
  command: 'with node',
  bootstrapCommand: 'without node',
  isLocalOnly: false,
};

test('a preview before there is a token', () =>
  expect(enrolmentLines('https://hub', undefined)).toEqual([
    { key: 'plain', line: 'node opsgauge-agent.js enroll --hub https://hub --token ········' },
  ]));

test("the hub's own lines, the one for any host first", () =>
  expect(enrolmentLines('https://hub', response).map(({ line }) => line)).toEqual([
    'without node',
    'with node',
  ]));

test('without an agent to hand out the plain command is left', () =>
  expect(enrolmentLines('https://hub', { ...response, command: null, bootstrapCommand: null })).toEqual([
    { key: 'plain', line: 'node opsgauge-agent.js enroll --hub https://hub --token t-1' },
  ]));
