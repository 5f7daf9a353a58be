import { dueInMonthOf, MonthlySchedule } from '../inspection/monthly-schedule.js';
import { silentLog } from '../system/log.js';

/** Prints the moment of a month's inspection as a host with this schedule file knows it: FILE MOMENT [ZONE SAID]. */
const tell = async ([file = '', moment = '', timeZone, said]: string[]): Promise<void> => {
  const now = () => Date.parse(moment);
  const onDue = () => undefined;
  const schedule = await MonthlySchedule.open({ file, timeZone, phase: 0, log: silentLog, onDue, now });
  if (said) await schedule.setZone(said);
  process.stdout.write(new Date(dueInMonthOf(now(), 0)).toISOString());
};

void tell(process.argv.slice(2));
