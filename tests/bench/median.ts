/** How long some work takes by the wall's clock: the median of 21 runs, after two that are not counted. */
export async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  await work();
  const times: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return times.sort((one, other) => one - other)[10]!;
}
