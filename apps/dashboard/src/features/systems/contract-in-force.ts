import type { Contract } from '@opsgauge/contract';

/** The system's contract whose service runs at `now`, the latest where there are several; null without any. */
export const contractInForce = (
  contracts: readonly Contract[],
  systemId: string,
  now: number,
): Contract | null =>
  contracts
    .filter(
      (one) =>
        one.systemId === systemId &&
        Date.parse(one.serviceFrom) <= now &&
        (one.serviceTo === null || now < Date.parse(one.serviceTo)),
    )
    .sort((a, b) => Date.parse(b.serviceFrom) - Date.parse(a.serviceFrom))[0] ?? null;
