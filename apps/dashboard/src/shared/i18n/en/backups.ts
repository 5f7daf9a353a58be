import type { backups as chinese } from '../zh-cn/backups.js';

export const backups: typeof chinese = {
  backup: {
    loadFailed: 'The backups could not be read',
    now: 'Back up now',
    requested: 'The backup has begun',
    good: 'Backups are in order',
    overdue: 'The backup is overdue',
    none: 'There is no usable backup',
    off: 'No backup folder is set: nothing is backed up by itself',
    overdueText:
      'The last usable backup is more than 26 hours old. See below why, and look at the backup folder.',
    noneText: 'See below why, look at the backup folder, then back up once.',
    offText:
      'The command npm run backup -- FOLDER makes one. Set a folder in the environment of the platform and restart it: it is then backed up every night, and from this page:',
    running: 'Backing up',
    runningText: 'Backing up: {{done}} of {{total}} tables',
    last: 'Last usable backup',
    size: 'Size',
    rows: 'Rows',
    next: 'Next backup',
    kept: 'Kept',
    keptValue: 'the last {{value}}',
    runs: 'Runs',
    at: 'Time',
    outcome: 'Outcome',
    place: 'Place or reason',
    noRuns:
      'Nothing was backed up yet. What the schedule, this page and npm run backup -- FOLDER make is listed here.',
  },
  backupOutcome: { good: 'Good', failed: 'Failed', removed: 'Not there now' },
};
