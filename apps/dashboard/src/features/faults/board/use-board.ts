import type { Fault } from '@opsgauge/contract';
import type { FaultSelection } from '../../../shared/api/faults.js';
import { useFaultPages, type FaultPages } from './use-fault-pages.js';

/** The columns, in the order in which a fault goes through them. */
export const boardStates = ['open', 'responded', 'suspended', 'repaired'] as const;
export type BoardState = (typeof boardStates)[number];
export type BoardColumns = Record<BoardState, FaultPages>;

/** The four columns of a selection. */
export function useBoard(selection: FaultSelection, isEnabled: boolean): BoardColumns {
  return {
    open: useFaultPages({ ...selection, state: 'open' }, isEnabled),
    responded: useFaultPages({ ...selection, state: 'responded' }, isEnabled),
    suspended: useFaultPages({ ...selection, state: 'suspended' }, isEnabled),
    repaired: useFaultPages({ ...selection, state: 'repaired' }, isEnabled),
  };
}

/** Everything on the board, column by column: the order in which keys go through it. */
export const boardOrder = (columns: BoardColumns): Fault[] =>
  boardStates.flatMap((state) => columns[state].faults);
