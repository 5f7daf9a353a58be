import { noFaultTerms, type FaultTermsInput } from '@opsgauge/contract';
import { faultSeverities, type FaultSeverity } from '@opsgauge/domain';

/** A severity's limits as fields that may be empty. */
export interface LimitValues {
  responseMinutesMax: number | null;
  repairHoursMax: number | null;
}

/** What a contract says of faults, as its form holds it. */
export type FaultTermsValues = Record<FaultSeverity, LimitValues> &
  Pick<FaultTermsInput, 'repeatDays' | 'majorMinutes'>;

const noLimits: LimitValues = { responseMinutesMax: null, repairHoursMax: null };

export const faultTermsValues = (terms: FaultTermsInput = noFaultTerms): FaultTermsValues => ({
  critical: terms.critical ?? noLimits,
  serious: terms.serious ?? noLimits,
  minor: terms.minor ?? noLimits,
  repeatDays: terms.repeatDays,
  majorMinutes: terms.majorMinutes,
});

/** A severity with only one limit filled in has none: the form does not let it pass. */
export function faultTermsInput(values: FaultTermsValues): FaultTermsInput {
  const limits = faultSeverities.map((severity) => {
    const { responseMinutesMax, repairHoursMax } = values[severity];
    return [
      severity,
      responseMinutesMax && repairHoursMax ? { responseMinutesMax, repairHoursMax } : null,
    ] as const;
  });
  return {
    ...noFaultTerms,
    ...Object.fromEntries(limits),
    repeatDays: values.repeatDays ?? null,
    majorMinutes: values.majorMinutes ?? null,
  };
}
