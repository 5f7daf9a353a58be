import { faultEvidenceSchema, type FaultDetail, type FaultEvidence } from '@opsgauge/contract';
import {
  defaultRules,
  isToldByProbes,
  minuteMs,
  signalNames,
  type DefaultRuleCode,
  type SignalName,
} from '@opsgauge/domain';

export type Judged = Pick<FaultDetail, 'serverId' | 'title' | 'evidence'>;

/** What is on record of how a fault was found; empty where a person entered it, or where it cannot be read. */
export const evidenceOf = ({ evidence }: Pick<FaultDetail, 'evidence'>): FaultEvidence =>
  faultEvidenceSchema.safeParse(evidence).data ?? {};

/** What was judged; undefined where no number was. A rule's own is on record with the fault, whatever became of the rule. */
export const signalOf = ({
  title,
  evidence,
}: Pick<FaultDetail, 'title' | 'evidence'>): SignalName | undefined =>
  signalNames.find((name) => name === evidence['signal']) ??
  (Object.hasOwn(defaultRules, title.code) ? defaultRules[title.code as DefaultRuleCode].signal : undefined);

/** The probe that told of a fault; null: none did. */
export function probeOf(fault: Pick<FaultDetail, 'title' | 'evidence'>): string | null {
  const signal = signalOf(fault);
  const { subject } = fault.evidence;
  return signal && isToldByProbes(signal) && typeof subject === 'string' ? subject : null;
}

const around = 5 * minuteMs;

/** From five minutes before a fault to five minutes after it, as the wire writes instants; to `nowMs` while it lasts. */
export function evidencePeriod(
  { startAt, recoveredAt }: Pick<FaultDetail, 'startAt' | 'recoveredAt'>,
  nowMs: number,
): { from: string; to: string } {
  const text = (ms: number) => new Date(ms).toISOString();
  return {
    from: text(Date.parse(startAt) - around),
    to: text(recoveredAt === null ? Math.max(nowMs, Date.parse(startAt)) : Date.parse(recoveredAt) + around),
  };
}
