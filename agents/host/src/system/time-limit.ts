export class TimeLimitError extends Error {}

/**
 * The promise's own outcome, or a TimeLimitError after `limitMs`. What was begun goes on by itself: the caller only
 * stops waiting for it.
 */
export const withTimeLimit = async <T>(promise: Promise<T>, limitMs: number, what: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`${what}: no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
};
