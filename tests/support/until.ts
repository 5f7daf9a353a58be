type Falsy = false | null | undefined | 0 | '';

/**
 * Waits for a condition; tests never sleep for a fixed time.
 *
 * @param probe its first truthy value is returned; what it throws counts as "not yet"
 * @throws Error with the last error or value when the limit has passed
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<Exclude<T, Falsy>> {
  const deadline = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value as Exclude<T, Falsy>;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `${what}: not within ${limitMs} ms; last ${last instanceof Error ? last.message : JSON.stringify(last)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
