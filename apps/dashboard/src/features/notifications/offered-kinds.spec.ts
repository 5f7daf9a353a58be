import { offeredKinds } from './offered-kinds.js';

test('whoever decides is told of what waits for a decision', () => {
  expect(offeredKinds('owner')).toContain('requested');
  expect(offeredKinds(null)).toContain('requested');
});
test('a vendor, who asks, is told of all else', () => {
  expect(offeredKinds('vendor')).not.toContain('requested');
  expect(offeredKinds('vendor')).toHaveLength(offeredKinds('owner').length - 1);
});
