import { newSecret } from './secret.js';

test('no secret can be taken for an option of a command', () => {
  for (let count = 0; count < 1_000; count += 1) expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
});
