import { TestHub, type TestAgent } from '../test-hub.js';
import { GoodBodies } from './good-bodies.js';

/** A hub with one of everything that a body can refer to. */
export class InjectionScene {
  hub!: TestHub;
  agent!: TestAgent;
  systemId!: string;
  projectId!: string;
  contractId!: string;
  ruleId!: string;
  windowId!: string;
  accountId!: string;
  probeId!: string;
  organizationId!: string;
  inspectionId!: string;
  remoteWriteSourceId!: string;
  alertSource!: { readonly id: string; readonly token: string };
  zabbixToken!: string;
  channelId!: string;
  subscriptionId!: string;
  shiftId!: string;
  faultId!: string;
  readonly bodies = new GoodBodies(this);

  async start(): Promise<void> {
    const { bodies } = this;
    this.hub = await TestHub.start();
    this.agent = await this.hub.enrol('web-01');
    ({ systemId: this.systemId, projectId: this.projectId } = await this.hub.place([this.agent.serverId]));
    const { items } = await this.hub.get<{ items: { id: string }[] }>('/api/v1/contracts');
    this.contractId = items[0]!.id;
    this.ruleId = await this.made('/api/v1/fault-rules', bodies.newRule());
    this.accountId = await this.made('/api/v1/accounts', bodies.newAccount());
    this.probeId = await this.made('/api/v1/probes', bodies.newProbe());
    this.alertSource = await this.source('alertmanager');
    this.zabbixToken = (await this.source('zabbix')).token;
    this.remoteWriteSourceId = await this.made('/api/v1/remote-write/sources', { name: 'prometheus' });
    this.channelId = await this.made('/api/v1/notification-channels', bodies.newChannel());
    this.subscriptionId = await this.made('/api/v1/notification-subscriptions', bodies.newSubscription());
    this.shiftId = await this.made('/api/v1/notification-duty-shifts', bodies.newShift());
    this.faultId = await this.made('/api/v1/faults', {
      systemId: this.systemId,
      text: 'a fault',
      severity: 'minor',
      startAt: bodies.inHours(-1),
    });
    const organization = { name: 'an organization', kind: 'vendor' };
    this.organizationId = await this.made('/api/v1/organizations', organization);
  }

  /** @returns the id of what was made */
  async made(path: string, body: object): Promise<string> {
    return (await this.hub.admin<{ id: string }>('POST', path, body)).id;
  }

  asAgent(): Record<string, string> {
    return { authorization: `Bearer ${this.agent.credential}` };
  }

  private source(kind: 'alertmanager' | 'zabbix'): Promise<{ id: string; token: string }> {
    return this.hub.admin('POST', '/api/v1/incoming/sources', { name: kind, kind });
  }
}
