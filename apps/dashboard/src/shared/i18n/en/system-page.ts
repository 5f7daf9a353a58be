/** A system's own page. */
export const systemPage = {
  systemPage: {
    loadFailed: 'The system could not be read',
    contract: 'Contract in force',
    noContract: 'No contract is in force: all the time counts as out of service',
    inOverview: 'See its servers in the overview',
    calendar: 'Availability of the last 12 months',
    calendarFailed: 'The days could not be read',
    target: 'Promised',
    targetMet: 'Meets what the contract promises',
    targetMissed: 'Misses what the contract promises',
    dayTitle: 'Status intervals of {{date}}',
    components: 'Components ({{value}})',
    group: '{{name}}: at least {{required}} of {{count}}',
    groupHint: '{{up}} of {{count}} are up now, at least {{required}} are needed',
    maintenance: 'Maintenance under way and ahead',
    noMaintenance: 'No maintenance is under way or ahead.',
  },
};
