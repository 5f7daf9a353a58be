import type { StorageResponse } from '@opsgauge/contract';

export interface Budget {
  usedBytes: number;
  /** Of the budget, in per cent; above 100 until the next retention. Null where there is no budget. */
  usedPercent: number | null;
}

/** How much of what raw samples may take up is taken: those of folded hours, which retention takes away first. */
export function budgetOf({
  parts,
  rawBudgetBytes,
}: Pick<StorageResponse, 'parts' | 'rawBudgetBytes'>): Budget {
  const usedBytes = parts.find(({ part }) => part === 'raw')?.bytes ?? 0;
  return { usedBytes, usedPercent: rawBudgetBytes > 0 ? (usedBytes / rawBudgetBytes) * 100 : null };
}
