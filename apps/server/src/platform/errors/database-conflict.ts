import { ApplicationError } from './application-error.js';

/** PostgreSQL's words for "something refers to it" and "there is one already". */
const foreignKeyViolation = '23503';
const uniqueViolation = '23505';

interface DriverError {
  readonly code?: string;
  readonly table?: string;
  /** As `Key (name)=(…) already exists.` */
  readonly detail?: string;
}

const driverErrorOf = (thrown: unknown): DriverError =>
  ((thrown as { driverError?: DriverError } | null)?.driverError ?? thrown ?? {}) as DriverError;

/**
 * Turns what the database's own constraints refuse into an answer, for what no look beforehand can exclude.
 *
 * @param what the thing, as it stands at the beginning of a sentence
 * @throws ApplicationError `name_taken` naming the field; `in_use` or `conflict` naming the kind of row in the way; else
 *   whatever `work` threw
 */
export async function refusingConflicts<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { code, table = 'row', detail = '' } = driverErrorOf(thrown);
    const kind = table.replaceAll('_', ' ');
    if (code === foreignKeyViolation)
      throw new ApplicationError('in_use', `${what}: a ${kind} is in the way`);
    const name = /^Key \((name|username)\)=/.exec(detail)?.[1];
    if (code === uniqueViolation && name) {
      throw new ApplicationError('name_taken', `${name}: ${what} is taken`, { field: name });
    }
    if (code === uniqueViolation)
      throw new ApplicationError('conflict', `${what}: such a ${kind} exists already`);
    throw thrown;
  }
}
