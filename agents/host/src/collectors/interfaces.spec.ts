import { FixtureHost } from './fixture-host.js';
import { createInterfacesCollector } from './interfaces.js';

const head = 'Inter-|   Receive                |  Transmit\n face |bytes    packets errs\n';
const line = (name: string, receive: number, transmit: number, errors = 0, drops = 0) =>
  `${name.padStart(6)}:${receive} 1 ${errors} ${drops} 0 0 0 0 ${transmit} 1 0 0 0 0 0 0\n`;
const state = (name: string, text: string) => ({ [`/sys/class/net/${name}/operstate`]: `${text}\n` });
const hardware = (name: string) => ({ [`/sys/class/net/${name}/device/vendor`]: '0x1af4' });

it('sums interfaces with hardware behind them and lists the others that are in use', () => {
  const files = new FixtureHost({
    '/proc/net/dev':
      head +
      line('lo', 9, 9) +
      line('eth0', 1000, 500) +
      line('bond0', 1000, 500) +
      line('ifb0', 0, 0) +
      line('eth1', 0, 0),
    ...state('eth0', 'up'),
    ...hardware('eth0'),
    ...state('eth1', 'down'),
    ...hardware('eth1'),
    ...state('bond0', 'unknown'),
    '/sys/class/net/bond0/flags': '0x1003\n',
    ...state('ifb0', 'down'),
  });
  const collector = createInterfacesCollector(files);
  expect(collector.collect(0)).toEqual({ devices: { interfaces: [] } });
  files.texts['/proc/net/dev'] =
    head +
    line('lo', 99, 99) +
    line('eth0', 21_000, 10_500, 5, 10) +
    line('bond0', 21_000, 10_500) +
    line('ifb0', 0, 0) +
    line('eth1', 0, 0);
  const idle = { receiveBytesPerSecond: 0, transmitBytesPerSecond: 0, errorsPerSecond: 0, dropsPerSecond: 0 };
  expect(collector.collect(10_000)).toEqual({
    metrics: {
      networkReceiveBytesPerSecond: 2000,
      networkTransmitBytesPerSecond: 1000,
      networkErrorsPerSecond: 0.5,
    },
    devices: {
      interfaces: [
        {
          name: 'eth0',
          isUp: true,
          receiveBytesPerSecond: 2000,
          transmitBytesPerSecond: 1000,
          errorsPerSecond: 0.5,
          dropsPerSecond: 1,
        },
        { name: 'bond0', isUp: true, ...idle, receiveBytesPerSecond: 2000, transmitBytesPerSecond: 1000 },
        { name: 'eth1', isUp: false, ...idle },
      ],
    },
  });
});

it('sums all of them in a container, where none has hardware', () => {
  const files = new FixtureHost({ '/proc/net/dev': head + line('eth0', 0, 0), ...state('eth0', 'up') });
  const collector = createInterfacesCollector(files);
  collector.collect(0);
  files.texts['/proc/net/dev'] = head + line('eth0', 100, 200);
  expect(collector.collect(1000)).toMatchObject({
    metrics: { networkReceiveBytesPerSecond: 100, networkTransmitBytesPerSecond: 200 },
  });
});

it('gives no rate for an interface whose counters were set back', () => {
  const files = new FixtureHost({ '/proc/net/dev': head + line('eth0', 2 ** 40, 5), ...state('eth0', 'up') });
  const collector = createInterfacesCollector(files);
  collector.collect(0);
  files.texts['/proc/net/dev'] = head + line('eth0', 10, 10);
  expect(collector.collect(1000)).toEqual({ devices: { interfaces: [] } });
});
