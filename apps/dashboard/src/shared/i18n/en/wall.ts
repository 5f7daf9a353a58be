/** The wall display. */
export const wall = {
  wall: {
    title: 'Information systems in operation',
    calm: 'All servers are up',
    trouble: '{{down}} down, {{unanswered}} to be answered',
    stale: 'As of {{time}}, connecting again',
    byLogin: 'Shown by this login, and only as long as it lasts',
    unanswered: 'Unanswered',
    openFaults: 'Open faults',
    late: 'Late',
    systems: 'Systems',
    systemsNote: '30 days, and their availability',
    noSystems: 'No system is in sight',
    allUp: 'All up',
    turn: '{{page}} / {{pages}}',
    faults: 'Open faults',
    noFaults: 'No fault is open',
    unassigned: 'Nobody’s yet',
    response: 'Response',
    repair: 'Repair',
    clock: {
      left: '{{name}}: left',
      over: '{{name}}: late by',
      paused: '{{name}}: paused',
      took: '{{name}}: took',
    },
    resources: 'Fullest',
    maintenance: 'Maintenance of the next 7 days',
    noMaintenance: 'None is planned',
    ended: {
      unreachable: 'The hub cannot be reached',
      token: 'The display’s token is not valid, or has expired',
      session: 'The login has ended',
    },
    endedHint: {
      unreachable: 'It is tried again every minute and goes on by itself.',
      token:
        'Make a read-only token under Personal settings, API tokens (up to 366 days), and open this page again as /wall#token=TOKEN.',
      session:
        'Log in again. For a display that stays, make a read-only token under Personal settings, API tokens (up to 366 days), and open this page as /wall#token=TOKEN: no login’s end matters then.',
    },
    logIn: 'Log in',
  },
};
