import type { DeliveryFailure, DeliveryFailureCode } from '@opsgauge/contract';

/** Why a message was not taken. Its message goes on record: it holds neither addresses that are secrets nor answers at length. */
export class DeliveryError extends Error {
  constructor(
    readonly code: DeliveryFailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}

/** As it is kept and told; what was not foreseen counts as unreachable. */
export const failureOf = (thrown: unknown): DeliveryFailure =>
  thrown instanceof DeliveryError
    ? { code: thrown.code, message: thrown.message }
    : { code: 'unreachable', message: networkWord(thrown) };

/** The system's word for it (ECONNREFUSED, ENOTFOUND), never a text that may hold an address. */
export function networkWord(thrown: unknown): string {
  const { code, name } = (thrown ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : 'unknown';
}
