import { DateTime } from 'luxon';

/**
 * The number of an inspection's report, the same whenever it is written: `XJ-20261121-103005-1A2B3C`, the moment it was
 * asked for in the organisation's zone and the beginning of its id, since two servers may be asked in one second.
 */
export const reportNumber = (
  { id, requestedAt }: { readonly id: string; readonly requestedAt: string },
  timeZone: string,
): string => {
  const moment = DateTime.fromISO(requestedAt, { zone: timeZone }).toFormat('yyyyMMdd-HHmmss');
  return `XJ-${moment}-${id.slice(0, 6).toUpperCase()}`;
};
