/** PostgreSQL's code for one of two transactions that waited for each other; it ended this one, and kept nothing. */
const deadlockDetected = '40P01';
const attemptsMax = 3;

/**
 * Runs a whole transaction again where PostgreSQL ended it so that another could go on.
 * @param run does nothing beside the transaction
 */
export async function againAfterDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if ((error as { code?: string }).code !== deadlockDetected || attempt === attemptsMax) throw error;
    }
  }
}
