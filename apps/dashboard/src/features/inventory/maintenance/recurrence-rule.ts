export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];
export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** How the form asks for a recurrence. */
export interface RecurrenceValues {
  frequency: Frequency;
  interval: number;
  /** With WEEKLY; the first one's day where none is chosen. */
  weekdays: WeekdayCode[];
  /** With MONTHLY: on the first one's date, or on its day of the week. */
  monthly: 'date' | 'weekday';
  ends: 'count' | 'until';
  count: number;
  /** YYYY-MM-DD, included. */
  until: string;
}

const dayOf = (local: string) => new Date(`${local.slice(0, 10)}T00:00:00Z`);
const codeOf = (local: string): WeekdayCode => weekdayCodes[(dayOf(local).getUTCDay() + 6) % 7]!;
/** `1SU` for a month's first Sunday; a fifth one, which few months have, is the last. */
const nthOf = (local: string): string => {
  const nth = Math.ceil(dayOf(local).getUTCDate() / 7);
  return `${nth === 5 ? -1 : nth}${codeOf(local)}`;
};

/**
 * The rule that recurs as asked.
 * @param from when the first occurrence begins, `YYYY-MM-DDTHH:mm` on the organisation's clocks
 */
export function recurrenceRule(values: RecurrenceValues, from: string): string {
  const { frequency, interval, weekdays, monthly, ends, count, until } = values;
  const chosen = weekdayCodes.filter((code) => weekdays.includes(code));
  const parts = [
    `FREQ=${frequency}`,
    interval > 1 && `INTERVAL=${interval}`,
    frequency === 'WEEKLY' && `BYDAY=${chosen.length > 0 ? chosen.join() : codeOf(from)}`,
    frequency === 'MONTHLY' &&
      (monthly === 'date' ? `BYMONTHDAY=${dayOf(from).getUTCDate()}` : `BYDAY=${nthOf(from)}`),
    ends === 'count' ? `COUNT=${count}` : `UNTIL=${until.replaceAll('-', '')}`,
  ];
  return parts.filter((part) => part !== false).join(';');
}

export interface RuleParts {
  frequency: Frequency;
  interval: number;
  days: { nth: number | null; code: WeekdayCode }[];
  monthDays: number[];
  count: number | null;
  until: string | null;
}

const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL'];

/** What a rule says; null for one that says more than the form does, which only stands as it is. */
export function ruleParts(rule: string): RuleParts | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const frequency = frequencies.find((one) => one === parts.get('FREQ'));
  if (!frequency || [...parts.keys()].some((name) => !known.includes(name))) return null;
  const until = parts.get('UNTIL');
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: (parts.get('BYDAY')?.split(',') ?? []).map((day) => ({
      nth: day.length > 2 ? Number(day.slice(0, -2)) : null,
      code: day.slice(-2) as WeekdayCode,
    })),
    monthDays: parts.get('BYMONTHDAY')?.split(',').map(Number) ?? [],
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
  };
}
