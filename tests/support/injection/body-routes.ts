import { AgentCredentialsService } from '../../../apps/server/src/accounts/agent-credentials.service.js';
import type { InjectionScene } from './injection-scene.js';

/** A route that takes a body. */
export interface BodyRoute {
  /** The ids of the path, in their order. */
  readonly ids?: () => string[];
  /** A body that is taken as it is. */
  readonly body: () => Promise<object> | object;
  /** Where what was taken is read again; the answer itself, where left out. */
  readonly readAt?: (answer: { id?: string; serverId?: string }) => string;
  /** What is never given back: secrets, and marks that are compared only. */
  readonly isKept?: (field: string) => boolean;
  /** Fields that have to say the same. */
  readonly alike?: readonly string[];
  readonly headers?: () => Record<string, string>;
}

const everything = () => true;
/** A webhook has no addresses, and what it is called by is a secret. */
const isChannelSecret = (field: string) =>
  ['url', 'signatureSecret'].includes(field) || field.startsWith('addresses');
// A target of one kind does not look at the other's id.
const isOtherTarget = (field: string) => field.startsWith('target.');

/** Every route that takes a body. A route that is added has to be added here too. */
export const bodyRoutes = (scene: InjectionScene): Record<string, BodyRoute> => {
  const { bodies } = scene;
  return {
    'POST /api/v1/session': {
      body: () => ({ username: `nobody-${bodies.next()}`, password: 'wrong' }),
      isKept: everything,
    },
    'PUT /api/v1/session/password': {
      body: () => ({ currentPassword: 'wrong', newPassword: 'another-long-secret' }),
      isKept: everything,
    },
    'PUT /api/v1/session/totp': { body: () => ({ code: '000000' }), isKept: everything },
    'DELETE /api/v1/session/totp': { body: () => ({ code: '000000' }), isKept: everything },
    'POST /api/v1/invitations': {
      body: () => ({ token: 'made-up-token', password: 'another-long-secret' }),
      isKept: everything,
    },
    'POST /api/v1/invitations/person': { body: () => ({ token: 'made-up-token' }), isKept: everything },
    'POST /api/v1/session/tokens': { body: () => ({ name: 'program', expiresInDays: 1 }) },
    'POST /api/v1/session/views': { body: () => ({ page: 'faults', name: 'mine', query: 'text=x' }) },
    'POST /api/v1/accounts': { body: bodies.newAccount },
    'PATCH /api/v1/accounts/{id}': { ids: () => [scene.accountId], body: () => ({ displayName: '李四' }) },
    'POST /api/v1/accounts/{id}/grants': {
      ids: () => [scene.accountId],
      body: () => ({ target: { kind: 'system', systemId: scene.systemId } }),
      isKept: everything,
    },
    'POST /api/v1/organizations': { body: () => ({ name: `organization ${bodies.next()}`, kind: 'vendor' }) },
    'PATCH /api/v1/organizations/{id}': {
      ids: () => [scene.organizationId],
      body: () => ({ name: `organization ${bodies.next()}`, kind: 'vendor' }),
    },
    'POST /api/v1/contracts': { body: bodies.newContract },
    'PATCH /api/v1/contracts/{id}': { ids: () => [scene.contractId], body: bodies.newContract },
    'POST /api/v1/projects': { body: bodies.newProject },
    'PATCH /api/v1/projects/{id}': { ids: () => [scene.projectId], body: bodies.newProject },
    'POST /api/v1/systems': { body: bodies.newSystem },
    'PATCH /api/v1/systems/{id}': { ids: () => [scene.systemId], body: bodies.newSystem },
    'PUT /api/v1/systems/{id}/components': {
      ids: () => [scene.systemId],
      body: () => ({
        components: [{ serverId: scene.agent.serverId, dependence: 'group', groupName: 'web' }],
        groups: [{ name: 'web', requiredCount: 1 }],
      }),
      alike: ['components.0.groupName', 'groups.0.name'],
    },
    'PUT /api/v1/servers/{id}/system': {
      ids: () => [scene.agent.serverId],
      body: () => ({ systemId: scene.systemId }),
      isKept: everything,
    },
    'PATCH /api/v1/servers/{id}': { ids: () => [scene.agent.serverId], body: () => ({ name: 'web-01' }) },
    'POST /api/v1/maintenance-windows': {
      body: () => ({ ...bodies.newMaintenance(), recurrence: 'FREQ=DAILY;COUNT=2' }),
      // A target of one kind does not look at the other's id.
      isKept: (field) => field.startsWith('target.'),
    },
    'POST /api/v1/maintenance-windows/requests': {
      body: bodies.newMaintenance,
      isKept: (field) => field.startsWith('target.'),
    },
    'POST /api/v1/maintenance-windows/requests/{id}/decision': {
      ids: () => [scene.windowId],
      body: async () => {
        scene.windowId = await scene.made('/api/v1/maintenance-windows/requests', bodies.newMaintenance());
        return { isApproved: true, note: 'as agreed' };
      },
    },
    'POST /api/v1/maintenance-windows/{id}/cancellations': {
      ids: () => [scene.windowId],
      body: async () => {
        const window = { ...bodies.newMaintenance(), recurrence: 'FREQ=DAILY;COUNT=2' };
        scene.windowId = await scene.made('/api/v1/maintenance-windows', window);
        return { from: window.from };
      },
    },
    'POST /api/v1/fault-rules': { body: bodies.newRule, isKept: (field) => field !== 'name' },
    'PUT /api/v1/fault-rules/{id}': {
      ids: () => [scene.ruleId],
      body: bodies.newRule,
      isKept: (field) => field !== 'name',
    },
    'PUT /api/v1/fault-rules/{id}/exceptions': {
      ids: () => [scene.ruleId],
      body: () => ({
        target: { kind: 'system', systemId: scene.systemId },
        threshold: 95,
        forSeconds: null,
        severity: null,
        isEnabled: null,
      }),
      isKept: everything,
    },
    'POST /api/v1/fault-rules/trials': {
      body: () => ({
        condition: bodies.newRule().condition,
        target: { kind: 'system', systemId: scene.systemId },
        from: bodies.inHours(-1),
        to: bodies.inHours(0),
      }),
      isKept: everything,
    },
    'POST /api/v1/faults': {
      body: () => ({
        systemId: scene.systemId,
        serverId: scene.agent.serverId,
        text: 'a fault',
        severity: 'minor',
        startAt: bodies.inHours(-1),
        note: 'by telephone',
      }),
    },
    'POST /api/v1/faults/{id}/events': {
      ids: () => [scene.faultId],
      body: () => ({ action: 'comment', note: 'a note' }),
      // An action does not look at what belongs to another.
      isKept: (field) => field !== 'note',
    },
    'POST /api/v1/root-causes': {
      body: () => ({ rootCauseCode: `cause-${bodies.next()}`, nameChinese: '原因', nameEnglish: 'cause' }),
    },
    // A target of one kind does not look at the others' host; an address is given back as it was.
    'POST /api/v1/probes': { body: bodies.newProbe, isKept: (field) => field === 'target.host' },
    'POST /api/v1/probes/trial': {
      body: () => ({ target: bodies.newProbe().target, timeoutSeconds: 1 }),
      isKept: everything,
    },
    'PUT /api/v1/probes/{id}': {
      ids: () => [scene.probeId],
      body: bodies.newProbe,
      isKept: (field) => field === 'target.host',
    },
    'POST /api/v1/agent/enroll': {
      body: async () => ({
        token: (await scene.hub.app.get(AgentCredentialsService).createToken()).token,
        hostname: 'web-02',
        platform: 'linux',
        architecture: 'x64',
        operatingSystem: 'openEuler',
        agentVersion: '0.1.0',
      }),
      readAt: ({ serverId }) => `/api/v1/servers/${serverId}`,
      isKept: (field) => ['token', 'platform', 'architecture'].includes(field),
      headers: () => ({}),
    },
    'POST /api/v1/agent/reports': {
      body: () => ({
        sentAt: new Date(scene.hub.clock.nowMs()).toISOString(),
        agentVersion: '0.1.0',
        samples: [bodies.sample()],
      }),
      readAt: () => `/api/v1/servers/${scene.agent.serverId}`,
      isKept: (field) => /bootId$|runId$|\.additional\./i.test(field),
      headers: () => scene.asAgent(),
    },
    'POST /api/v1/incoming/sources': { body: () => ({ name: `monitor ${bodies.next()}`, kind: 'zabbix' }) },
    'PUT /api/v1/incoming/sources/{id}/rules': {
      ids: () => [scene.alertSource.id],
      body: () => ({
        assignments: [
          { label: 'team', value: 'portal', target: { kind: 'system', systemId: scene.systemId } },
        ],
        severities: [{ word: 'p1', severity: 'critical' }],
      }),
      // A target of one kind does not look at the other's id; words are kept in small letters.
      isKept: (field) => field.startsWith('assignments.0.target.') || field === 'severities.0.word',
    },
    'POST /api/v1/incoming/alertmanager': {
      body: () => ({
        version: '4',
        groupKey: 'a group',
        alerts: [
          {
            status: 'firing',
            labels: { alertname: 'InstanceDown' },
            startsAt: bodies.inHours(-1),
            endsAt: '0001-01-01T00:00:00Z',
            fingerprint: `alert ${bodies.next()}`,
          },
        ],
      }),
      isKept: everything,
      headers: () => ({ authorization: `Bearer ${scene.alertSource.token}` }),
    },
    'POST /api/v1/incoming/zabbix': {
      body: () => ({
        version: '1',
        eventId: `${bodies.next()}`,
        triggerId: '23512',
        status: 'problem',
        name: 'a problem',
        severity: 'High',
        host: 'web-01',
        hostName: 'web-01',
        address: '10.1.2.3',
        startedAt: bodies.inHours(-1),
        endedAt: null,
        tags: [{ tag: 'scope', value: 'capacity' }],
      }),
      isKept: everything,
      headers: () => ({ authorization: `Bearer ${scene.zabbixToken}` }),
    },
    'POST /api/v1/remote-write/sources': { body: () => ({ name: `prometheus ${bodies.next()}` }) },
    'PUT /api/v1/remote-write/sources/{id}/instances': {
      ids: () => [scene.remoteWriteSourceId],
      body: () => ({ instance: 'web-01:9100', target: { kind: 'newServer', name: `host ${bodies.next()}` } }),
      // A target of one kind does not look at the other's id; its name is the server's.
      isKept: (field) => field === 'target.serverId',
    },
    'PUT /api/v1/notification-mail-server': {
      body: () => ({
        host: '127.0.0.1',
        port: 1,
        security: 'none',
        username: 'opsgauge',
        password: 'a password',
        fromAddress: 'opsgauge@example.gov.cn',
        fromName: 'OpsGauge',
      }),
      isKept: (field) => field === 'password',
    },
    'POST /api/v1/notification-mail-server/test': {
      body: () => ({ address: 'zhang@example.gov.cn' }),
      isKept: everything,
    },
    'POST /api/v1/notification-channels': { body: bodies.newChannel, isKept: isChannelSecret },
    'PATCH /api/v1/notification-channels/{id}': {
      ids: () => [scene.channelId],
      body: bodies.newChannel,
      isKept: isChannelSecret,
    },
    'POST /api/v1/notification-subscriptions': { body: bodies.newSubscription },
    'PATCH /api/v1/notification-subscriptions/{id}': {
      ids: () => [scene.subscriptionId],
      body: bodies.newSubscription,
    },
    'POST /api/v1/notification-duty-shifts': { body: bodies.newShift, isKept: isOtherTarget },
    'PATCH /api/v1/notification-duty-shifts/{id}': {
      ids: () => [scene.shiftId],
      body: bodies.newShift,
      isKept: isOtherTarget,
    },
    'POST /api/v1/agent/inspections/{id}': {
      ids: () => [scene.inspectionId],
      body: async () => {
        const path = `/api/v1/servers/${scene.agent.serverId}/inspections`;
        scene.inspectionId = (await scene.hub.admin<{ id: string }>('POST', path)).id;
        return bodies.inspectionReading();
      },
      readAt: () => `/api/v1/inspections/${scene.inspectionId}`,
      headers: () => scene.asAgent(),
    },
  };
};
