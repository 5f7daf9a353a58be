import type { overview as chinese } from '../zh-cn/overview.js';

export const overview: typeof chinese = {
  counter: { all: 'All', up: 'Up', down: 'Down', maintenance: 'Maint.', unknown: 'Unkn.' },
  overview: {
    servers: 'Servers',
    all: 'All',
    systemCount: 'systems: {{value}}',
    strained: '{{value}} strained',
    outOfService: 'out of service {{value}}',
    monthAvailability: 'Availability this month',
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
    explanation:
      'Make a token and run the given command on the server to be added. It appears here in about 10 seconds. A token is good for one use and expires.',
    makeToken: 'Make a token',
    anotherToken: 'Make another',
    expires: 'Good for one use, until {{time}}.',
    tokenFailed: 'The token could not be made',
    withNode: 'On a server with Node.js 20 or later:',
    withoutNode:
      'On any Linux server (the hub brings Node.js where there is none); leaves the agent running:',
    notYours: 'No servers have been granted to you yet. Ask an administrator.',
  },
};
