/** Jobs of the hub that have words of their own, under `storageJob`. */
const jobs = [
  'fold-hours',
  'retention',
  'backup',
  'open-evaluations',
  'compose-messages',
  'send-messages',
  'escalate-faults',
] as const;

/** The job by its name; null for one that this page has no words for. */
export const knownJob = (name: string): (typeof jobs)[number] | null =>
  jobs.find((known) => known === name) ?? null;
