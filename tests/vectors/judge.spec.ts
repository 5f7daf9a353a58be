import { judge } from './judge.js';

const known = {
  name: 'an hour of which half is down',
  window: [0, 3600],
  down: [[0, 1800]],
  expect: { availabilityPercent: '50' },
};
const problemOf = (changes: object) => judge({ ...known, ...changes }, 'case 1 of file').problem;

describe('a known-answer case', () => {
  it('passes when every expected figure is the domain’s', () => {
    expect(judge(known, 'nameless')).toEqual({ name: known.name, problem: null });
  });

  it.each([
    ['percentages as decimals', { availabilityPercent: '50.0000', strictPercent: '50.00', display2: '50' }],
    ['seconds as numbers or text', { upSeconds: 1800, downSeconds: '1800.0' }],
    ['a note of any kind', { availabilityPercent: '50', note: { by: 'hand' } }],
  ])('compares %s', (_, expected) => {
    expect(problemOf({ expect: expected })).toBeNull();
  });

  it('says what it got and what was wanted, for each figure that differs', () => {
    expect(
      problemOf({ expect: { availabilityPercent: '50.0001', coveragePercent: '100', upSeconds: 1 } }),
    ).toEqual({
      got: 'availabilityPercent 50.0000, upSeconds 1800',
      want: 'availabilityPercent 50.0001, upSeconds 1',
    });
  });

  it.each([
    ['no value is not zero', { window: [5, 5], expect: { availabilityPercent: '0' } }],
    ['no value is not a hundred', { window: [5, 5], expect: { availabilityPercent: '100' } }],
    ['a value is not null', { expect: { availabilityPercent: null } }],
    ['display is floored', { window: [0, 200000], down: [[0, 10]], expect: { display2: '100.00' } }],
    [
      'more decimals than are printed',
      { window: [0, 3], down: [[0, 1]], expect: { availabilityPercent: '66.66666' } },
    ],
    ['nothing expected', { expect: {} }],
    ['only a note expected', { expect: { note: 'none' } }],
    ['an unknown key', { expect: { availabilityPercent: '50', mood: 'good' } }],
    ['a figure that is no number', { expect: { availabilityPercent: 'half' } }],
    ['no window', { window: undefined }],
    ['a window that ends before it starts', { window: [10, 5] }],
    ['a window of three', { window: [0, 1, 2] }],
    ['no expectation', { expect: undefined }],
    ['an interval that is no pair', { down: [[5]] }],
    ['an instant that is text', { down: [['0', 5]] }],
    ['instants beyond counting', { window: [0, 1e17] }],
  ])('fails by its own name: %s', (_, changes) => {
    const { name, problem } = judge({ ...known, ...changes }, 'nameless');
    expect(name).toBe(known.name);
    expect(problem).not.toBeNull();
  });

  it('names the unknown key', () => {
    expect(problemOf({ expect: { mood: 'good' } })?.got).toContain('mood');
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{ ...known, name: undefined }],
    [{ ...known, name: ' ' }],
    [{ ...known, name: 7 }],
  ])('without a name fails by its place: %j', (value) => {
    expect(judge(value, 'case 3 of file')).toMatchObject({
      name: 'case 3 of file',
      problem: { got: 'no name' },
    });
  });

  it('keeps its verdict on one line', () => {
    expect(judge({ ...known, name: 'two\nlines' }, 'nameless').name).toBe('two lines');
  });
});
