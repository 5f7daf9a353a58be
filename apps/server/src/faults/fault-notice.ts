import type { FaultAction } from '@opsgauge/domain';

/** The job that follows each entry of a fault's timeline: whoever has to hear of it is told. */
export const faultNoticeJob = 'fault.notice';

/** What that job is given. */
export interface FaultNotice {
  readonly faultId: string;
  readonly eventId: string;
  readonly kind: FaultAction;
}
