import { destinationOf, destinationsFor } from './destinations.js';

test.each([
  ['/', 'overview'],
  ['/servers/1', 'overview'],
  ['/faults/1', 'faults'],
  ['/probes/1', 'probes'],
  ['/evaluations/1', 'evaluations'],
  ['/inventory/contracts', 'inventory'],
  ['/accounts', 'accounts'],
  ['/auditing', null],
  ['/personal', null],
])('%s belongs to %s', (path, key) => expect(destinationOf(path)).toBe(key));

test('only an administrator is led to accounts, audit and backups', () => {
  const keysFor = (role: Parameters<typeof destinationsFor>[0]) =>
    destinationsFor(role).flatMap(({ destinations }) => destinations.map(({ key }) => key));
  expect(keysFor('admin')).toEqual([
    'overview',
    'faults',
    'probes',
    'wall',
    'evaluations',
    'inventory',
    'fault-rules',
    'notifications',
    'incoming',
    'accounts',
    'audit',
    'backups',
    'storage',
  ]);
  expect(keysFor('operator')).toEqual([
    'overview',
    'faults',
    'probes',
    'wall',
    'evaluations',
    'inventory',
    'fault-rules',
    'notifications',
    'storage',
  ]);
  expect(keysFor('owner')).toEqual([
    'overview',
    'faults',
    'probes',
    'wall',
    'evaluations',
    'inventory',
    'fault-rules',
    'notifications',
  ]);
  expect(keysFor(undefined)).toEqual(['overview', 'faults', 'probes', 'wall', 'evaluations', 'fault-rules']);
});
