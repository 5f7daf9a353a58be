import { judge } from './judge.js';

const known = {
  name: 'answered after ten minutes',
  period: { from: '2026-09-01T00:00:00+08:00', to: '2026-10-01T00:00:00+08:00' },
  now: '2026-09-02T12:00:00+08:00',
  faults: [
    {
      id: 'f',
      timeline: [
        { at: '2026-09-02T10:00:00+08:00', by: 'platform', action: 'detect' },
        { at: '2026-09-02T10:10:00+08:00', by: 'operator', action: 'acknowledge' },
      ],
    },
  ],
  expect: { faultCount: 1, faults: { f: { state: 'responded', responseMinutes: '10' } } } as object,
};
const problemOf = (changes: object) => judge({ ...known, ...changes }, 'nameless').problem;
const withEvent = (event: object) => [
  { ...known.faults[0]!, timeline: [...known.faults[0]!.timeline, event] },
];

describe('a case about faults', () => {
  it('passes when everything expected is the domain’s', () => {
    expect(judge(known, 'nameless')).toEqual({ name: known.name, problem: null });
  });

  it('says what it got and what was wanted, for each that differs', () => {
    const expect_ = { faultCount: 2, faults: { f: { state: 'open', response: 'met' } } };
    expect(problemOf({ expect: expect_ })).toEqual({
      got: 'faultCount 1.0000, f state "responded"',
      want: 'faultCount 2, f state "open"',
    });
  });

  it.each([
    ['an unknown figure', { expect: { mood: 1 } }],
    ['an unknown fact of a fault', { expect: { faults: { f: { mood: 'good' } } } }],
    ['an unknown key of an event', { faults: withEvent({ ...known.faults[0]!.timeline[1], mood: 1 }) }],
    ['an unknown key of the contract', { contract: { mood: 1 } }],
    ['an unknown key of the case', { mood: 1 }],
    ['an unknown action', { faults: withEvent({ ...known.faults[0]!.timeline[1], action: 'sing' }) }],
    ['nothing expected', { expect: {} }],
    ['only a note expected', { expect: { note: 'none' } }],
    ['a fault that is not there', { expect: { faults: { g: { state: 'open' } } } }],
    ['a fault that should not be there', { expect: { faults: { f: null } } }],
    ['a value where there is none', { expect: { repairTimelyRate: '0' } }],
    ['no value where there is one', { expect: { responseTimelyRate: null } }],
    ['a fraction that differs', { expect: { fractions: { responseTimelyRate: '1/2' } } }],
    ['a fraction of no measure', { expect: { fractions: { mood: '1/2' } } }],
    ['other evidence', { expect: { evidence: { faultCount: [] } } }],
    ['an instant without an offset', { now: '2026-09-02T12:00:00' }],
    ['a period that ends before it starts', { period: { from: known.period.to, to: known.period.from } }],
    [
      'an entry refused that nobody expected to be',
      { faults: withEvent(known.faults[0]!.timeline[1]!), expect: { faultCount: 1 } },
    ],
  ])('fails by its own name: %s', (_, changes) => {
    const { name, problem } = judge({ ...known, ...changes }, 'nameless');
    expect(name).toBe(known.name);
    expect(problem).not.toBeNull();
  });
});
