import { noPromises, type Contract, type ContractInput, type Promises } from '@opsgauge/contract';
import { endOfDate, instantOf } from '../../shared/format/zone-instants.js';
import { date, lastDateBefore } from '../../shared/format/times.js';
import { faultTermsInput, faultTermsValues, type FaultTermsValues } from './fault-terms-values.js';
import { calendarInput, calendarValues, type CalendarValues } from './calendar-values.js';

/** What a contract's form holds: days as one writes them, both included, and promises as numbers. */
export interface ContractValues {
  systemId: string;
  vendorOrganizationId: string | null;
  number: string;
  firstDay: string;
  /** Empty where no end is agreed. */
  lastDay: string;
  hours: 'always' | 'calendar';
  /** Of `calendar` only. */
  calendar: CalendarValues;
  promises: { [Name in keyof Promises]: number | null };
  faultTerms: FaultTermsValues;
}

/** The promises in the order of the form, with the values that make sense and one to stand there as an example. */
export const promiseFields = [
  { name: 'responseMinutesMax', minimum: 1, maximum: 525_600, example: 30 },
  { name: 'repairHoursMax', minimum: 1, maximum: 8_784, example: 24 },
  { name: 'availabilityPercentMin', minimum: 0, maximum: 100, example: 99.5 },
  { name: 'inspectionReportsPerYear', minimum: 0, maximum: 366, example: 12 },
  { name: 'dataUpdatesPerYear', minimum: 0, maximum: 100_000, example: 4 },
  { name: 'backupsPerYear', minimum: 0, maximum: 100_000, example: 12 },
  { name: 'staffCount', minimum: 0, maximum: 10_000, example: 2 },
] as const satisfies { name: keyof Promises; minimum: number; maximum: number; example: number }[];

export function contractValues(contract: Contract | null, timeZone: string): Partial<ContractValues> {
  const calendar = calendarValues(contract?.serviceCalendar ?? null);
  if (!contract) {
    const always = { hours: 'always', calendar } as const;
    const faultTerms = faultTermsValues();
    return {
      number: '',
      vendorOrganizationId: null,
      lastDay: '',
      promises: noPromises,
      faultTerms,
      ...always,
    };
  }
  const { availabilityPercentMin, ...promises } = contract.promises;
  return {
    systemId: contract.systemId,
    vendorOrganizationId: contract.vendorOrganizationId,
    number: contract.number,
    firstDay: date(contract.serviceFrom, timeZone),
    lastDay: contract.serviceTo === null ? '' : lastDateBefore(contract.serviceTo, timeZone),
    hours: contract.serviceCalendar ? 'calendar' : 'always',
    calendar,
    promises: {
      ...promises,
      availabilityPercentMin: availabilityPercentMin === null ? null : Number(availabilityPercentMin),
    },
    faultTerms: faultTermsValues(contract.faultTerms),
  };
}

export function contractInput(values: ContractValues, timeZone: string): ContractInput {
  const { firstDay, lastDay, hours, calendar, promises, faultTerms, ...rest } = values;
  const { availabilityPercentMin } = promises;
  return {
    ...rest,
    number: rest.number ?? '',
    serviceFrom: instantOf(firstDay, timeZone),
    serviceTo: lastDay ? endOfDate(lastDay, timeZone) : null,
    serviceCalendar: hours === 'calendar' ? calendarInput(calendar) : null,
    promises: {
      ...promises,
      availabilityPercentMin: availabilityPercentMin === null ? null : String(availabilityPercentMin),
    },
    faultTerms: faultTermsInput(faultTerms),
  };
}
