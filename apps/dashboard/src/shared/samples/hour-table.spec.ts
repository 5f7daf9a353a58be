/**
 * @jest-environment jsdom
 */
import { jest } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { startI18n } from '../i18n/i18n.js';
import type { HourTable as HourTableComponent } from './hour-table.js';

// The package's files for Node are not what it says they are.
jest.unstable_mockModule('@ant-design/icons', () => ({ ReloadOutlined: () => null }));

let HourTable: typeof HourTableComponent;

beforeAll(async () => {
  ({ HourTable } = await import('./hour-table.js'));
  await startI18n();
  const query = { matches: false, addListener: () => undefined, removeListener: () => undefined };
  const styleOf = globalThis.getComputedStyle;
  Object.assign(globalThis, {
    // jsdom knows no style of scroll bars.
    getComputedStyle: (element: Element) => styleOf(element),
    matchMedia: () => ({ ...query, addEventListener: () => undefined, removeEventListener: () => undefined }),
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
});

const interval = { from: '2026-03-01T02:10:00.000Z', to: '2026-03-01T03:20:00.000Z' };

/** As the hub answers for hours whose samples it has let go. */
const recorded = {
  from: '2026-03-01T02:00:00.000Z',
  to: '2026-03-01T04:00:00.000Z',
  bucketSeconds: 3600,
  times: ['2026-03-01T02:00:00.000Z', '2026-03-01T03:00:00.000Z'],
  basis: 'hours',
  series: {
    cpuPercent: { mean: [32.456, null], min: [1, null], max: [97.5, null] },
    memoryUsedPercent: { mean: [60, null], min: [60, null], max: [60, null] },
  },
};

async function shownFor(rawFrom: string | null) {
  const asked: string[] = [];
  globalThis.fetch = jest.fn((path: string) => {
    asked.push(path);
    return Promise.resolve({
      ok: true,
      status: 200,
      headers: new Map(),
      json: () => Promise.resolve(recorded),
    });
  }) as never;
  const client = new QueryClient();
  const { container } = render(
    createElement(
      QueryClientProvider,
      { client },
      createElement(HourTable, { serverId: 'server-1', interval, rawFrom }),
    ),
  );
  await waitFor(() => expect(container.textContent).toContain('32.5'));
  client.clear();
  return { container, asked };
}

test('whole hours are asked for, and those that were heard are shown', async () => {
  const { container, asked } = await shownFor(null);
  const query = new URL(asked[0]!, 'http://hub').searchParams;
  expect([query.get('from'), query.get('to'), query.get('points')]).toEqual([
    recorded.from,
    recorded.to,
    '2',
  ]);
  expect(query.get('metrics')).toBe('cpuPercent,memoryUsedPercent,diskUsedPercent');
  const rows = [...container.querySelectorAll('tr.ant-table-row')].map((row) => row.textContent);
  expect(rows).toEqual(['2026-03-01 10:0032.51.0–97.560.060.0–60.0—']);
});

test('the page says since when samples are kept, or that none is', async () => {
  const kept = await shownFor('2026-08-01T00:00:00.000Z');
  expect(kept.container.textContent).toContain('现存最早的原始样本为 2026-08-01 08:00');
  const none = await shownFor(null);
  expect(none.container.textContent).toContain('没有保存的原始样本');
});
