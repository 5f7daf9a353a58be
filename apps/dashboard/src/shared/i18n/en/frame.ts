import type { frame as chinese } from '../zh-cn/frame.js';

export const frame: typeof chinese = {
  product: {
    name: 'OpsGauge 运衡',
    short: 'OpsGauge',
    purpose: 'Measures what government IT maintenance contracts are scored on',
  },
  navigation: {
    label: 'Main navigation',
    monitoring: 'Monitoring',
    performance: 'Performance',
    overview: 'Overview',
    evaluations: 'Evaluations',
    administration: 'Administration',
    inventory: 'Inventory',
    accounts: 'Accounts',
    audit: 'Audit log',
    backups: 'Backups',
    personal: 'My settings',
  },
  tab: { overview: 'Overview', evaluations: 'Evaluations', more: 'More' },
  theme: { toLight: 'Switch to light', toDark: 'Switch to dark' },
  live: {
    connecting: 'Connecting',
    live: 'Live',
    lost: 'Disconnected',
    lostText: 'The live connection is lost; reconnecting (attempt {{attempt}}). What you see is of {{time}}.',
    reconnect: 'Reconnect now',
  },
  platform: {
    ok: 'Platform healthy',
    degraded: 'Platform degraded',
    unreachable: 'Platform unreachable',
    version: 'v{{version}}',
    retrying: 'Trying every 30 s',
  },
  session: { menu: 'User menu', logOut: 'Log out' },
  search: {
    label: 'Search',
    placeholder: 'Search servers, systems, indicators',
    servers: 'Servers',
    systems: 'Systems',
    indicators: 'Indicators',
    nothing: 'Nothing found',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be wrong, or the page has moved.',
    back: 'Back to the overview',
  },
  crash: { title: 'The page could not be opened' },
  help: { open: 'What the numbers mean', title: 'What the numbers on this page mean' },
};
