/**
 * @jest-environment jsdom
 */
import { jest } from '@jest/globals';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { createElement } from 'react';
import { useReread } from './use-reread.js';

const key = ['figures'];
let readings = 0;

function Page() {
  useQuery({ queryKey: key, queryFn: () => Promise.resolve(++readings) });
  useReread(key, 30_000);
  return null;
}

beforeEach(() => {
  jest.useFakeTimers();
  readings = 0;
});
afterEach(() => jest.useRealTimers());

test('a query is read again also where live events change it every other second', async () => {
  const client = new QueryClient();
  const { unmount } = render(createElement(QueryClientProvider, { client }, createElement(Page)));
  for (let second = 0; second < 100; second += 2) {
    await act(async () => {
      await jest.advanceTimersByTimeAsync(2000);
      client.setQueryData(key, 0);
    });
  }
  expect(readings).toBe(4);
  unmount();
  await jest.advanceTimersByTimeAsync(100_000);
  expect(readings).toBe(4);
});
