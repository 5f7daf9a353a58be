/**
 * @jest-environment jsdom
 */
import { samplesSummaryResponseSchema, type MetricSummary } from '@opsgauge/contract';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { startI18n } from '../../../shared/i18n/i18n.js';
import { hostCharts } from './chart-definitions.js';
import { RangeFigures } from './range-figures.js';

beforeAll(() => startI18n());

const [cpu, , , network] = hostCharts;
const base: MetricSummary = { count: 360, mean: 32.04, min: 1, max: 97.29, p95: 71.09, p95ErrorMax: 0 };
const summaryOf = (metrics: object) =>
  samplesSummaryResponseSchema.parse({
    from: '2026-11-21T02:00:00.000Z',
    to: '2026-11-21T03:00:00.000Z',
    basis: 'samples',
    metrics,
  });
const textFor = (definition: typeof cpu, metrics?: object) =>
  render(
    createElement(RangeFigures, {
      definition: definition!,
      summaries: [{ label: '甲', summary: metrics === undefined ? undefined : summaryOf(metrics) }],
    }),
  ).container.textContent ?? '';

test('mean, minimum, maximum and a P95 that was counted', () => {
  const text = textFor(cpu, { cpuPercent: base });
  expect(text).toContain('平均 32.0最小 1.0最大 97.3P95 71.1');
  expect(text).toContain('由样本逐个计算');
  expect(text).not.toContain('±');
});

test('a P95 from histograms says how far it may be off', () => {
  const text = textFor(cpu, { cpuPercent: { ...base, p95ErrorMax: 1 } });
  expect(text).toContain('P95 71.1 ±1.0');
  expect(text).toContain('误差不超过 1.0');
});

test('rates stand in megabits, line by line, and have no P95', () => {
  const rate = { ...base, mean: 1_000_000, min: 0, max: 2_500_000, p95: null, p95ErrorMax: null };
  const text = textFor(network as never, { networkReceiveBytesPerSecond: rate });
  expect(text).toContain('下行平均 8.00最小 0.00最大 20.0');
  expect(text).toContain('上行无数据');
  expect(text).not.toContain('P95');
});

test('before the answer nothing is claimed', () => expect(textFor(cpu)).toBe('本时段…'));
