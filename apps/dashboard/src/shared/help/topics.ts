/** What each page's help explains, in this order; the words stand in the language files under `helpTopic`. */
export const helpTopics = {
  overview: ['status', 'availability', 'coverage', 'meters', 'network', 'lastReport', 'approval'],
  server: ['status', 'charts', 'gap', 'availability', 'strict', 'strip', 'inspection'],
  evaluation: ['actual', 'score', 'coverage', 'upHours', 'availability', 'strict', 'evidence', 'samples'],
  inventory: [
    'critical',
    'group',
    'moving',
    'promises',
    'serviceHours',
    'handover',
    'approval',
    'retirement',
    'deletion',
    'window',
  ],
  accounts: ['roles', 'grants', 'invitation', 'lock'],
  audit: ['auditScope', 'chain', 'chainHead'],
  backups: ['backupContents', 'backupSchedule', 'backupPlace', 'backupRestore'],
  personal: ['passwordRule', 'secondFactor', 'sessions', 'apiTokens'],
} as const;
export type HelpPage = keyof typeof helpTopics;
