import { eachEvidence, order } from './evidence-scenarios.js';
import { read } from './scenario.js';
import { classes, clocks, rereadings, sourcesThatTellLess, tails } from './timeline-scenarios.js';

describe.each([
  ['each kind of evidence', eachEvidence],
  ['the first evidence that applies decides', order],
  ['from the last sample to now', tails],
  ['first reading and re-reading', rereadings],
  ['clocks', clocks],
  ['sources that tell less', sourcesThatTellLess],
  ['classes', classes],
])('status: %s', (_, rows) => {
  it.each(rows)('$name', (row) => {
    expect(read(row)).toEqual(row.reads);
    // The order of arrival and repeated records tell nothing.
    expect(read(row, (samples) => samples.reverse())).toEqual(row.reads);
    expect(read(row, (samples) => [...samples, ...samples])).toEqual(row.reads);
  });
});
