import { killInTurn } from '../support/kill-rounds.js';

it('no sample is lost or stored twice over twenty rounds of kills, through folding and late merges', async () => {
  const { seqs, epochs, kills, merges } = await killInTurn(20);
  expect(kills).toBe(60);
  expect(merges).toBeGreaterThanOrEqual(20);
  expect(epochs).toBe(1);
  expect(seqs.length).toBeGreaterThan(2 * kills);
  expect(seqs).toEqual(seqs.map((_, index) => index));
});
