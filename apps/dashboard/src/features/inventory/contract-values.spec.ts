import type { Contract } from '@opsgauge/contract';
import { contractInput, contractValues, type ContractValues } from './contract-values.js';

const contract: Contract = {
  id: '018f3a70-0000-7000-8000-000000000001',
  systemId: '018f3a70-0000-7000-8000-000000000002',
  systemName: '门户网站',
  vendorOrganizationId: null,
  vendorOrganizationName: null,
  number: 'HT-2026-01',
  serviceFrom: '2025-12-31T16:00:00.000Z',
  serviceTo: '2026-12-31T16:00:00.000Z',
  serviceCalendar: {
    workingDays: [1, 2, 3, 4, 5],
    fromTime: '08:30',
    toTime: '17:30',
    holidays: ['2026-10-01'],
    extraWorkingDays: [],
  },
  promises: {
    responseMinutesMax: 30,
    repairHoursMax: 24,
    availabilityPercentMin: '99.5',
    inspectionReportsPerYear: 12,
    dataUpdatesPerYear: null,
    backupsPerYear: 0,
    staffCount: 3,
  },
  faultTerms: {
    critical: { responseMinutesMax: 15, repairHoursMax: 4 },
    serious: null,
    minor: null,
    repeatDays: 60,
    majorMinutes: null,
  },
};

test('a contract is edited in whole days, the last one included', () => {
  const values = contractValues(contract, 'Asia/Shanghai');
  expect(values).toMatchObject({ firstDay: '2026-01-01', lastDay: '2026-12-31' });
  const { id: _id, systemName: _system, vendorOrganizationName: _vendor, ...input } = contract;
  expect(contractInput(values as ContractValues, 'Asia/Shanghai')).toEqual(input);
});

test('a new contract promises nothing', () => {
  const { promises } = contractValues(null, 'Asia/Shanghai');
  expect(Object.values(promises!)).toEqual(Array(7).fill(null));
});

test('a contract without an end stays without one', () => {
  const values = contractValues({ ...contract, serviceTo: null }, 'Asia/Shanghai') as ContractValues;
  expect(values.lastDay).toBe('');
  expect(contractInput(values, 'Asia/Shanghai').serviceTo).toBeNull();
});

test('a contract without service hours is 7×24', () => {
  const values = contractValues({ ...contract, serviceCalendar: null }, 'Asia/Shanghai') as ContractValues;
  expect(values.hours).toBe('always');
  expect(contractInput(values, 'Asia/Shanghai').serviceCalendar).toBeNull();
  const opened = { ...values, hours: 'calendar' as const };
  expect(contractInput(opened, 'Asia/Shanghai').serviceCalendar).toMatchObject({ fromTime: '09:00' });
});
