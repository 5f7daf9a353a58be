import type { ServerStretch } from './server-stretch.js';

/** The job that follows readings of gaps that were not on record so: whoever drew conclusions draws them again. */
export const statusRereadJob = 'status.reread';

/** What that job is given: of each server the stretch in which something is read otherwise. */
export interface StatusReread {
  readonly stretches: readonly ServerStretch[];
}
