/**
 * @jest-environment jsdom
 */
import { statusClassSchema } from '@opsgauge/contract';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { startI18n } from '../i18n/i18n.js';
import { Mark } from './mark.js';
import { Meter } from './meter.js';

beforeAll(() => startI18n());

/** What is left of a mark without its colours. */
const shapeOf = (html: string) =>
  html.replace(/var\([^)]*\)/g, '').replace(/aria-label="[^"]*"|data-mark="[^"]*"/g, '');

test('every status has a shape of its own, so that none is told by its colour alone', () => {
  const kinds = [...statusClassSchema.options, 'warning'] as const;
  const shapes = kinds.map((kind) => shapeOf(render(createElement(Mark, { kind })).container.innerHTML));
  expect(new Set(shapes).size).toBe(kinds.length);
});

test('a mark says its status', () => {
  const { container } = render(createElement(Mark, { kind: 'down' }));
  expect(container.querySelector('svg')?.getAttribute('aria-label')).toBe('故障');
});

test.each([
  [64.94, 'ok', '64.9'],
  [64.95, 'warning', '65.0'],
  [65, 'warning', '65.0'],
  [89.94, 'warning', '89.9'],
  [89.99, 'critical', '90.0'],
  [90, 'critical', '90.0'],
])('a meter at %d is %s and prints %s', (percent, level, text) => {
  const { container } = render(createElement(Meter, { percent, label: 'CPU' }));
  expect(container.querySelector('.meter')?.className).toContain(level);
  expect(container.textContent).toBe(text);
});

test('a meter without a value is neither 0 nor 100', () => {
  expect(render(createElement(Meter, { percent: null, label: 'CPU' })).container.textContent).toBe('—');
});
