/** Resolves once the condition holds; looks again after each turn of the event loop. @throws after `limitMs` */
export const until = async (condition: () => boolean, what: string, limitMs = 20_000): Promise<void> => {
  const giveUpAtMs = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > giveUpAtMs) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
