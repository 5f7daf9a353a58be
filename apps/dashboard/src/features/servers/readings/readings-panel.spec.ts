/**
 * @jest-environment jsdom
 */
import { serverDetailSchema, type ServerDetail } from '@opsgauge/contract';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { startI18n } from '../../../shared/i18n/i18n.js';
import { exampleServer } from '../../../shared/testing/servers.js';
import { ReadingsPanel } from './readings-panel.js';

beforeAll(() => startI18n());

const detail = (overrides: Partial<ServerDetail> = {}) =>
  serverDetailSchema.parse({
    ...exampleServer(1),
    additional: {
      corePercents: [12.34, 91],
      tcpConnections: 1214,
      swapUsedBytes: 2 ** 20,
      clockOffsetMs: -38.4,
      problems: [
        { collector: 'disks', reason: "EACCES: permission denied, open '/proc/diskstats'" },
        { collector: 'gpu', reason: 'Unexpected token' },
      ],
    },
    ...overrides,
  });
const textFor = (server: ServerDetail) =>
  render(createElement(ReadingsPanel, { server })).container.textContent ?? '';

test('the readings stand in their units', () => {
  const text = textFor(detail());
  for (const part of ['TCP 连接数1,214', '交换分区已用1.0 MiB', '时钟偏差-38 ms', '代理丢弃样本0'])
    expect(text).toContain(part);
});

test('what could not be read is said in plain words, with those of the agent beside them', () => {
  const text = textFor(detail());
  expect(text).toContain('磁盘读写 代理没有读取的权限。 EACCES: permission denied');
  expect(text).toContain('gpu 读取失败，这项数值暂缺，其他采集不受影响。 Unexpected token');
});

test('every core has its meter; without a watch the page says when they come', () => {
  const { container } = render(createElement(ReadingsPanel, { server: detail() }));
  const meters = [...container.querySelectorAll('[role=meter]')];
  expect(meters.map((meter) => meter.getAttribute('aria-valuenow'))).toEqual(['12.3', '91']);
  expect(textFor(detail({ additional: undefined }))).toContain('约 10 秒后显示');
});

test('a clock that is off by a second or more is marked', () => {
  const { container } = render(
    createElement(ReadingsPanel, { server: detail({ additional: { clockOffsetMs: 1000 } }) }),
  );
  expect(container.querySelector('.low-coverage')?.textContent).toBe('+1,000 ms');
});

test('of a silent server no old readings are shown, but what its agent dropped is', () => {
  const text = textFor(detail({ status: 'down', droppedSamples: 1280 }));
  expect(text).toContain('TCP 连接数—');
  expect(text).toContain('代理丢弃样本1,280');
  expect(text).toContain('丢弃最早的样本');
  expect(text).not.toContain('EACCES');
});
