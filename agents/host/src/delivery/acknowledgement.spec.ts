import { acknowledgementSchema } from '@opsgauge/contract';
import fc from 'fast-check';
import { readAcknowledgement } from './acknowledgement.js';

const result = fc.record(
  {
    index: fc.nat(),
    seq: fc.option(fc.nat()),
    status: fc.constantFrom('accepted', 'duplicate', 'rejected'),
    code: fc.constantFrom('invalid_value', 'time_out_of_range'),
    message: fc.string(),
  },
  { requiredKeys: ['index', 'seq', 'status'] },
);

const hints = fc.record(
  {
    inspectNow: fc.record({ inspectionId: fc.string() }),
    watch: fc.record(
      { forMs: fc.nat({ max: 3_600_000 }), intervalSeconds: fc.integer({ min: 1, max: 60 }) },
      { requiredKeys: ['forMs'] },
    ),
    slowDown: fc.record({ intervalSeconds: fc.integer({ min: 1, max: 3600 }) }),
    reloadConfiguration: fc.constant(true),
  },
  { requiredKeys: [] },
);

const acknowledgement = fc.record(
  {
    receivedAt: fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') })
      .map((at) => at.toISOString()),
    results: fc.array(result),
    hints,
    configuration: fc.record(
      {
        timeZone: fc.constantFrom('Asia/Shanghai', 'UTC', 'Etc/GMT+8'),
        probes: fc.array(
          fc.record({
            id: fc.uuid(),
            intervalSeconds: fc.integer({ min: 5, max: 3600 }),
            timeoutSeconds: fc.integer({ min: 1, max: 60 }),
            target: fc.oneof(
              fc.record({
                kind: fc.constantFrom('tcp', 'icmp'),
                host: fc.domain(),
                port: fc.integer({ min: 1, max: 65_535 }),
              }),
              fc.record({
                kind: fc.constant('http'),
                url: fc.webUrl(),
                method: fc.constantFrom('GET', 'HEAD'),
                expectedStatus: fc.option(fc.integer({ min: 100, max: 599 })),
                expectedText: fc.option(fc.string({ minLength: 1, maxLength: 500 })),
                followsRedirects: fc.boolean(),
                verifiesCertificate: fc.boolean(),
              }),
            ),
          }),
          { maxLength: 5 },
        ),
      },
      { requiredKeys: ['timeZone'] },
    ),
  },
  { requiredKeys: ['receivedAt', 'results'] },
);

it('reads what the contract allows as the contract reads it', () => {
  fc.assert(
    fc.property(acknowledgement, (sent) => {
      expect(readAcknowledgement(structuredClone(sent))).toEqual(acknowledgementSchema.parse(sent));
    }),
  );
});

it.each([
  ['nothing', null],
  ['a text', 'welcome'],
  ['no moment', { results: [] }],
  ['no results', { receivedAt: '2026-01-01T00:00:00.000Z' }],
  [
    'a status that is none',
    { receivedAt: '2026-01-01T00:00:00.000Z', results: [{ index: 0, seq: 1, status: 'lost' }] },
  ],
])('refuses %s', (_, value) => {
  expect(() => readAcknowledgement(value)).toThrow();
  expect(acknowledgementSchema.safeParse(value).success).toBe(false);
});

it('takes an answer whose hints make no sense', () => {
  const sent = {
    receivedAt: '2026-01-01T00:00:00.000Z',
    results: [],
    hints: { slowDown: { intervalSeconds: -1 }, watch: 7 },
  };
  expect(readAcknowledgement(sent)).toEqual({ ...sent, hints: {} });
});
