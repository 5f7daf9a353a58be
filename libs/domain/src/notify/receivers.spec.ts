import {
  answeredForBy,
  receiverKey,
  receiversOf,
  stillListening,
  type DutyTime,
  type NoticeTarget,
  type Subscription,
} from './receivers.js';

const target: NoticeTarget = {
  systemId: 'portal',
  projectId: 'project',
  organizationIds: new Set(['vendor', 'owner']),
  ownerOrganizationIds: new Set(['owner']),
  vendorOrganizationIds: new Set(['vendor']),
};
const began = { kind: 'began', severity: 'serious', atMs: 1000 } as const;
const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  organizationId: 'vendor',
  systemId: null,
  leastSeverity: 'minor',
  kinds: ['began', 'requested', 'responseEscalation'],
  channelId: 'group',
  ...changes,
});
const shift = (changes: Partial<DutyTime> = {}): DutyTime => ({
  organizationId: 'vendor',
  systemId: 'portal',
  projectId: null,
  fromMs: 500,
  toMs: 1500,
  channelId: null,
  mailAddress: 'zhang@example.gov.cn',
  language: 'zh-CN',
  ...changes,
});
const onDuty = subscription({ channelId: null });
const group = ['channel:group'];
const zhang = ['mail:zhang@example.gov.cn'];

interface Case {
  readonly name: string;
  readonly notice?: Parameters<typeof receiversOf>[0];
  readonly subscriptions: Subscription[];
  readonly duty?: DutyTime[];
  readonly target?: NoticeTarget;
  readonly told: string[];
}

const cases: Case[] = [
  { name: 'the vendor of the system', subscriptions: [subscription()], told: group },
  { name: 'nobody without a subscription', subscriptions: [], duty: [shift()], told: [] },
  {
    name: 'no other vendor',
    subscriptions: [subscription({ organizationId: 'another vendor' })],
    told: [],
  },
  { name: 'the platform’s own', subscriptions: [subscription({ organizationId: null })], told: group },
  { name: 'that system only', subscriptions: [subscription({ systemId: 'mail' })], told: [] },
  { name: 'the system asked for', subscriptions: [subscription({ systemId: 'portal' })], told: group },
  {
    name: 'nobody below the severity asked for',
    subscriptions: [subscription({ leastSeverity: 'critical' })],
    told: [],
  },
  {
    name: 'exactly at the severity asked for',
    subscriptions: [subscription({ leastSeverity: 'serious' })],
    told: group,
  },
  { name: 'the kinds asked for', subscriptions: [subscription({ kinds: ['recovered'] })], told: [] },
  {
    name: 'a channel once, whatever the number of subscriptions',
    subscriptions: [subscription(), subscription({ systemId: 'portal' })],
    told: group,
  },
  { name: 'who is on duty', subscriptions: [onDuty], duty: [shift()], told: zhang },
  {
    name: 'by channel and by mail',
    subscriptions: [onDuty],
    duty: [shift({ channelId: 'group' })],
    told: [...group, ...zhang],
  },
  {
    name: 'one mail for two who share it',
    subscriptions: [onDuty],
    duty: [shift(), shift({ mailAddress: 'Zhang@example.gov.cn' })],
    told: zhang,
  },
  { name: 'nobody after the shift', subscriptions: [onDuty], duty: [shift({ toMs: 1000 })], told: [] },
  { name: 'nobody before the shift', subscriptions: [onDuty], duty: [shift({ fromMs: 1001 })], told: [] },
  {
    name: 'from the first moment of the shift',
    subscriptions: [onDuty],
    duty: [shift({ fromMs: 1000 })],
    told: zhang,
  },
  {
    name: 'who is on duty for the project',
    subscriptions: [onDuty],
    duty: [shift({ systemId: null, projectId: 'project' })],
    told: zhang,
  },
  {
    name: 'nobody on duty for another project',
    subscriptions: [onDuty],
    duty: [shift({ systemId: null, projectId: 'other' })],
    told: [],
  },
  {
    name: 'nobody on duty for another vendor',
    subscriptions: [onDuty],
    duty: [shift({ organizationId: 'another vendor' })],
    told: [],
  },
  {
    name: 'anybody on duty, by the platform’s subscription',
    subscriptions: [subscription({ organizationId: null, channelId: null })],
    duty: [shift()],
    told: zhang,
  },
  {
    name: 'nobody on duty of those it does not concern, by the platform’s subscription either',
    subscriptions: [subscription({ organizationId: null, channelId: null })],
    duty: [shift({ organizationId: 'another vendor' })],
    told: [],
  },
  {
    name: 'no vendor but the one who answers for the fault',
    subscriptions: [subscription(), subscription({ organizationId: 'owner', channelId: 'owners' })],
    target: answeredForBy(target, 'the vendor before'),
    told: ['channel:owners'],
  },
  {
    name: 'no project’s duty for a server that is in no system',
    subscriptions: [subscription({ organizationId: null, channelId: null })],
    duty: [shift({ systemId: null, projectId: null })],
    target: {
      systemId: null,
      projectId: null,
      organizationIds: new Set(),
      ownerOrganizationIds: new Set(),
      vendorOrganizationIds: new Set(),
    },
    told: [],
  },
  {
    name: 'not the vendor of what the vendor asks for',
    notice: { ...began, kind: 'requested' },
    subscriptions: [subscription()],
    told: [],
  },
  {
    name: 'the owner of what the vendor asks for, however small the fault',
    notice: { ...began, kind: 'requested', severity: 'minor' },
    subscriptions: [subscription({ organizationId: 'owner', leastSeverity: 'critical' })],
    told: group,
  },
  {
    name: 'the escalation’s receivers',
    notice: { ...began, kind: 'responseEscalation' },
    subscriptions: [subscription()],
    told: group,
  },
];

it.each(cases)(
  'tells $name',
  ({ notice = began, subscriptions, duty = [], target: where = target, told }) => {
    const found = receiversOf(notice, where, subscriptions, duty);
    expect(found.map(receiverKey)).toEqual(told);
  },
);

describe('of those who were told, whoever asks for the kind still hears', () => {
  const channel = { kind: 'channel', channelId: 'group' } as const;
  const mail = { kind: 'mail', address: 'zhang@example.gov.cn', language: 'zh-CN' } as const;
  const recovered = (changes: Partial<Subscription>) =>
    stillListening([channel, mail], 'recovered', target, [
      subscription({ kinds: ['recovered'], ...changes }),
    ]).map(receiverKey);

  it.each<[string, Partial<Subscription>, string[]]>([
    ['by the channel, whatever the severity is by now', { leastSeverity: 'critical' }, group],
    ['whoever was on duty then', { channelId: null }, [...group, ...zhang]],
    ['not by another channel', { channelId: 'another' }, []],
    ['not who asks for other kinds', { kinds: ['began'] }, []],
    ['not whom it no longer concerns', { organizationId: 'another vendor' }, []],
  ])('%s', (_, changes, told) => expect(recovered(changes)).toEqual(told));
});
