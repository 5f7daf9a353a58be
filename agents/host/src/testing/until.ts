// Kept from before a test puts a clock of its own in their place.
const later = setTimeout;
const nowMs = performance.now.bind(performance);

/**
 * Resolves once the condition holds; looks again every few milliseconds, by the real clock also where a test moves its own.
 * @throws after `limitMs`
 */
export const until = async (condition: () => boolean, what: string, limitMs = 20_000): Promise<void> => {
  const giveUpAtMs = nowMs() + limitMs;
  while (!condition()) {
    if (nowMs() > giveUpAtMs) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => later(resolve, 5));
  }
};
