/**
 * @jest-environment jsdom
 */
import { storagePartSchema, storageResponseSchema } from '@opsgauge/contract';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { startI18n } from '../../shared/i18n/i18n.js';
import { StorageFacts } from './storage-facts.js';

beforeAll(() => startI18n());

const storageWith = (overrides: object) =>
  storageResponseSchema.parse({
    databaseBytes: 3 * 2 ** 30,
    rawBudgetBytes: 20 * 2 ** 30,
    rawKeptDays: 35,
    hoursKeptYears: 5,
    parts: storagePartSchema.options.map((part) => ({ part, bytes: 2 ** 30, from: null, to: null })),
    foldedUntil: '2026-11-21T02:00:00.000Z',
    lateHours: 3,
    keptSpans: 1200,
    jobs: [],
    ...overrides,
  });
const textFor = (overrides: object = {}) =>
  render(createElement(StorageFacts, { storage: storageWith(overrides) })).container.textContent ?? '';

test('size, budget, retention and what is folded', () => {
  const text = textFor();
  for (const part of [
    '数据库大小3.0 GiB',
    '1.0 GiB / 20.0 GiB · 5.0 %',
    '至少 35 天',
    '1,200 段',
    '2026-11-21 10:00',
    '3 个小时',
  ])
    expect(text).toContain(part);
});

test('a new hub has folded nothing yet', () => expect(textFor({ foldedUntil: null })).toContain('尚未归并'));
