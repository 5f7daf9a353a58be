import type { overview as chinese } from '../zh-cn/overview.js';

export const overview: typeof chinese = {
  counter: { all: 'All', up: 'Up', down: 'Down', maintenance: 'Maint.', unknown: 'Unkn.' },
  overview: {
    servers: 'Servers',
    all: 'All',
    systemCount: 'systems: {{value}}',
    strained: '{{value}} strained',
    outOfService: 'out of service {{value}}',
    monthAvailability: "Servers' availability this month",
    monthCoverage: 'Coverage this month',
    reporting: 'Reporting now',
    availability: 'Availability',
    searchPlaceholder: 'Name, host name or IP',
    systemFilter: 'Filter by system',
    allSystems: 'All systems',
    problemsOnly: 'Problems only',
    shown: '{{value}} shown · problems first',
    table: 'Table',
    cards: 'Cards',
    exportCsv: 'Export CSV',
    nothingMatches: 'No server matches',
    nothingMatchesHint: 'No server is left by the present search and filters.',
    clearFilter: 'Clear filters',
    noSystem: 'Not in a system',
    serverCount: 'servers: {{value}}',
    loadFailed: 'The servers could not be read',
  },
  addServer: {
    title: 'Add server',
    emptyTitle: 'No server reports yet',
    pasteStep:
      'Make a token and run the given command on the server to be added. A token is good for one use and expires.',
    appearStep: 'The server appears on the overview in about 10 seconds, marked "To approve".',
    approveStep:
      'Approve it under <place>Inventory, Servers</place> and place it in its system; from then on it counts for that system.',
    localOnly: "These lines work on the platform's own machine only",
    localOnlyText:
      'The platform is reached by a loopback address (127.0.0.1), which no other server can connect to. To add others, set OPSGAUGE_HOST=0.0.0.0 (https is then used by itself), restart the platform and open this page by its real address; or name that address by OPSGAUGE_PUBLIC_URL.',
    makeToken: 'Make a token',
    anotherToken: 'Make another',
    expires: 'Good for one use, until {{time}}.',
    tokenFailed: 'The token could not be made',
    withNode: 'On a server with Node.js 20 or later:',
    withoutNode:
      'On any Linux server (the hub brings Node.js where there is none); as root under systemd it becomes a service that starts with the server, else it runs in the background:',
    notYours: 'No servers have been granted to you yet. Ask an administrator.',
  },
};
