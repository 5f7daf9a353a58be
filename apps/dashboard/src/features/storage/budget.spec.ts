import { budgetOf } from './budget.js';

const part = (name: 'recent' | 'raw', bytes: number) => ({ part: name, bytes, from: null, to: null });

test('the budget is that of the raw samples of folded hours', () =>
  expect(budgetOf({ parts: [part('recent', 900), part('raw', 250)], rawBudgetBytes: 1000 })).toEqual({
    usedBytes: 250,
    usedPercent: 25,
  }));

test('before anything was folded nothing of it is used', () =>
  expect(budgetOf({ parts: [], rawBudgetBytes: 1000 })).toEqual({ usedBytes: 0, usedPercent: 0 }));

test('it may be exceeded until the next retention', () =>
  expect(budgetOf({ parts: [part('raw', 1500)], rawBudgetBytes: 1000 }).usedPercent).toBe(150));

test('without a budget there is no share of it', () =>
  expect(budgetOf({ parts: [part('raw', 1)], rawBudgetBytes: 0 }).usedPercent).toBeNull());
