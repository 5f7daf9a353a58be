import { roleSchema } from '@opsgauge/contract';
import { isAllowed } from './permissions.js';

test('nobody may do anything before the session is known', () =>
  expect(isAllowed(undefined, 'readInventory')).toBe(false));

test('only administrators manage accounts, whoever else there is', () =>
  expect(roleSchema.options.filter((role) => isAllowed(role, 'manageAccounts'))).toEqual(['admin']));

test('everybody reads the inventory of what he sees', () =>
  expect(roleSchema.options.every((role) => isAllowed(role, 'readInventory'))).toBe(true));

test('those who look after servers have them inspected; owners and evaluators read the reports', () =>
  expect(roleSchema.options.filter((role) => isAllowed(role, 'requestInspections')).sort()).toEqual([
    'admin',
    'lead',
    'operator',
  ]));
