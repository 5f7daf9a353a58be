import type { DeliveryTrial } from '@opsgauge/contract';
import { useState } from 'react';
import { useErrorText } from '../../shared/api/use-error-text.js';

/** What became of a trial; a text where the hub itself refused. */
export type Trial = DeliveryTrial | string;

/** Test messages by what was tried, with the outcome of the last one. */
export function useTrials(send: (key: string) => Promise<DeliveryTrial>) {
  const textOf = useErrorText();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Trial>>>({});
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const start = async (key: string) => {
    setBusy((known) => new Set([...known, key]));
    const outcome: Trial = await send(key).catch(textOf);
    setOutcomes((known) => ({ ...known, [key]: outcome }));
    setBusy((known) => new Set([...known].filter((one) => one !== key)));
  };
  return {
    of: (key: string): Trial | null => outcomes[key] ?? null,
    isBusy: (key: string): boolean => busy.has(key),
    start: (key: string): void => void start(key),
  };
}
