import type { Judgement } from '@opsgauge/domain';

/** The judgements as an inspection report writes them. */
export const judgementText: Record<Judgement, string> = {
  normal: '正常',
  attention: '注意',
  abnormal: '异常',
};
