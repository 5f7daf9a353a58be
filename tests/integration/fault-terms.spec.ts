import type { Contract, ContractInput, Fault } from '../../libs/contract/src/index.js';
import { TestHub } from '../support/test-hub.js';

let hub: TestHub;
let systemId: string;

beforeAll(async () => {
  hub = await TestHub.start();
  const agent = await hub.enrol('web-01');
  ({ systemId } = await hub.place([agent.serverId]));
  const { items } = await hub.get<{ items: Contract[] }>('/api/v1/contracts');
  const { id, systemName: _system, vendorOrganizationName: _vendor, ...contract } = items[0]!;
  const changed: ContractInput = {
    ...contract,
    promises: { ...contract.promises, responseMinutesMax: 60, repairHoursMax: 48 },
    faultTerms: {
      critical: { responseMinutesMax: 15, repairHoursMax: 4 },
      serious: null,
      minor: null,
      repeatDays: 60,
      majorMinutes: 10,
    },
  };
  const answer = await hub.admin<Contract>('PATCH', `/api/v1/contracts/${id}`, changed);
  expect(answer.faultTerms).toEqual(changed.faultTerms);
});
afterAll(() => hub.stop());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function report(severity: string): Promise<Fault> {
  const { id } = await hub.admin<{ id: string }>('POST', '/api/v1/faults', {
    systemId,
    text: '业务无法访问',
    severity,
    startAt: new Date(hub.clock.nowMs() - 20 * minuteMs).toISOString(),
    stopsCriticalService: true,
  });
  return hub.get<Fault>(`/api/v1/faults/${id}`);
}
const limits = ({ response, repair }: Fault) => [response.limitMs, repair.limitMs];

it('a severity has the limits that the contract gives it, the others those it promises', async () => {
  expect(limits(await report('critical'))).toEqual([15 * minuteMs, 4 * hourMs]);
  expect(limits(await report('serious'))).toEqual([60 * minuteMs, 48 * hourMs]);
});

it('a change of severity sets both deadlines anew', async () => {
  const { id } = await report('minor');
  await hub.admin('POST', `/api/v1/faults/${id}/events`, {
    action: 'changeSeverity',
    severity: 'critical',
    note: '影响范围扩大',
  });
  expect(limits(await hub.get<Fault>(`/api/v1/faults/${id}`))).toEqual([15 * minuteMs, 4 * hourMs]);
});

it('what is major follows the contract', async () => {
  expect((await report('minor')).major).toMatchObject({ byRule: true, isMajor: true });
});
