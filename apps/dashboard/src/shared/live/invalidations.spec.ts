import { jest } from '@jest/globals';
import { Invalidations } from './invalidations.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function recorder() {
  const read: unknown[] = [];
  const invalidations = new Invalidations({
    invalidateQueries: (filters) => {
      read.push(filters?.queryKey);
      return Promise.resolve();
    },
  });
  return { read, invalidations };
}

test('the first is read at once, what follows together after a second, each once', () => {
  const { read, invalidations } = recorder();
  for (let server = 0; server < 1000; server++) invalidations.add(['availability', server % 2], ['servers']);
  expect(read).toEqual([['availability', 0], ['servers']]);
  jest.advanceTimersByTime(999);
  expect(read).toHaveLength(2);
  jest.advanceTimersByTime(1);
  expect(read.slice(2)).toEqual([['availability', 1], ['servers'], ['availability', 0]]);
});

test('after a quiet second the next is read at once again', () => {
  const { read, invalidations } = recorder();
  invalidations.add(['servers']);
  jest.advanceTimersByTime(1000);
  invalidations.add(['servers']);
  expect(read).toHaveLength(2);
});

test('nothing is read after the end', () => {
  const { read, invalidations } = recorder();
  invalidations.add(['servers']);
  invalidations.add(['servers']);
  invalidations.end();
  jest.advanceTimersByTime(5000);
  expect(read).toHaveLength(1);
});
