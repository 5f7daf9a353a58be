import { newFaults } from './new-faults.js';

const faults = (...ids: string[]) => ids.map((id) => ({ id }));

test('what stood there when the page opened is not told', () =>
  expect(newFaults(null, faults('a', 'b'))).toEqual([]));
test('what was not known before is', () =>
  expect(newFaults(new Set(['a']), faults('b', 'a'))).toEqual(faults('b')));
test('of a wave three are', () => expect(newFaults(new Set(), faults('a', 'b', 'c', 'd'))).toHaveLength(3));
