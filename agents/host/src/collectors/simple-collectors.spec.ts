import { createCpuCollector } from './cpu.js';
import { FixtureHost } from './fixture-host.js';
import { createLoadCollector } from './load.js';
import { createMemoryReader } from './memory-information.js';
import { createMemoryCollector } from './memory.js';
import { createProcessesCollector } from './processes.js';
import { createSwapCollector } from './swap.js';
import { createTcpCollector } from './tcp.js';
import { createUptimeCollector } from './uptime.js';

const stat = (cpu: string) => `cpu  ${cpu}\ncpu0 1 2 3 4 5 6 7 8 0 0\nintr 1 2 3\n`;

describe('cpu', () => {
  it('has nothing to say of a first reading, then shares of the time between', () => {
    const host = new FixtureHost({ '/proc/stat': stat('100 0 50 800 20 5 5 20 0 0') });
    const collector = createCpuCollector(host, () => false);
    expect(collector.collect(0)).toEqual({});
    // 100 ticks more: 30 user, 10 system, 40 idle, 15 waiting, 5 stolen.
    host.texts['/proc/stat'] = stat('130 0 60 840 35 5 5 25 0 0');
    expect(collector.collect(10_000)).toEqual({
      metrics: { cpuPercent: 45, ioWaitPercent: 15, stealPercent: 5 },
    });
  });

  it('never gives a negative share when iowait steps back', () => {
    const host = new FixtureHost({ '/proc/stat': stat('100 0 50 800 20 5 5 20 0 0') });
    const collector = createCpuCollector(host, () => false);
    collector.collect(0);
    host.texts['/proc/stat'] = stat('100 0 50 900 18 5 5 20 0 0');
    expect(collector.collect(1)).toEqual({ metrics: { cpuPercent: 0, ioWaitPercent: 0, stealPercent: 0 } });
  });

  it('tells the cores apart only when asked', () => {
    let wants = false;
    const host = new FixtureHost();
    const collector = createCpuCollector(host, () => wants);
    const read = (first: string, second: string) => {
      host.texts['/proc/stat'] =
        `cpu  ${first}\ncpu0 ${first} 0 0 0 0 0 0\ncpu1 ${second} 0 0 0 0 0 0\nintr 1\n`;
      return collector.collect(0).additional;
    };
    read('0 0 0 0 0', '0 0 0 0 0');
    expect(read('50 0 0 50 0', '0 0 0 100 0')).toBeUndefined();
    wants = true;
    expect(read('60 0 0 90 0', '0 0 0 200 0')).toBeUndefined();
    expect(read('70 0 0 100 0', '25 0 0 275 0')).toEqual({ corePercents: [50, 25] });
  });

  it('fails where the file makes no sense', () => {
    expect(() =>
      createCpuCollector(new FixtureHost({ '/proc/stat': 'nonsense' }), () => false).collect(0),
    ).toThrow('no cpu line');
  });
});

describe('memory and swap', () => {
  const information = (lines: string) => createMemoryReader(new FixtureHost({ '/proc/meminfo': lines }));

  it('counts as used what the kernel does not call available', () => {
    const host = information('MemTotal:       8000 kB\nMemFree: 100 kB\nMemAvailable:   3000 kB\n');
    expect(createMemoryCollector(host).collect(0)).toEqual({
      metrics: { memoryUsedBytes: 5000 * 1024, memoryUsedPercent: 62.5 },
    });
  });

  it('estimates what is available where an old kernel does not', () => {
    const host = information(
      'MemTotal: 8000 kB\nMemFree: 1000 kB\nBuffers: 500 kB\nCached: 1500 kB\nShmem: 200 kB\nSReclaimable: 200 kB\n',
    );
    expect(createMemoryCollector(host).collect(0)).toEqual({
      metrics: { memoryUsedBytes: 5000 * 1024, memoryUsedPercent: 62.5 },
    });
  });

  it('has no swap figure on a host without swap', () => {
    expect(createSwapCollector(information('SwapTotal: 0 kB\nSwapFree: 0 kB\n')).collect(0)).toEqual({});
    expect(createSwapCollector(information('SwapTotal: 400 kB\nSwapFree: 300 kB\n')).collect(0)).toEqual({
      metrics: { swapUsedPercent: 25 },
      additional: { swapUsedBytes: 100 * 1024 },
    });
  });
});

describe('tcp', () => {
  const snmp = (count: number) =>
    `Ip: Forwarding DefaultTTL\nIp: 1 64\nTcp: RtoAlgorithm CurrEstab RetransSegs InErrs\nTcp: 1 7 ${count} 0\n`;

  it('gives segments sent again a second, over the edge of 32 bits too, and nothing after a reset', () => {
    const host = new FixtureHost({ '/proc/net/snmp': snmp(100) });
    const collector = createTcpCollector(host);
    const additional = { tcpConnections: 7 };
    expect(collector.collect(0)).toEqual({ additional });
    host.texts['/proc/net/snmp'] = snmp(115);
    expect(collector.collect(10_000)).toEqual({ metrics: { tcpRetransmitsPerSecond: 1.5 }, additional });
    host.texts['/proc/net/snmp'] = snmp(2 ** 32 - 50);
    collector.collect(20_000);
    host.texts['/proc/net/snmp'] = snmp(50);
    expect(collector.collect(30_000)).toEqual({ metrics: { tcpRetransmitsPerSecond: 10 }, additional });
    host.texts['/proc/net/snmp'] = snmp(0);
    expect(collector.collect(40_000)).toEqual({ additional });
  });
});

it('reads load, processes and uptime', () => {
  const host = new FixtureHost({
    '/proc/loadavg': '1.25 0.50 0.30 2/321 4711\n',
    '/proc/uptime': '12345.67 99999.00\n',
    '/proc/1/stat': '',
    '/proc/4711/stat': '',
    '/proc/self/stat': '',
  });
  expect(createLoadCollector(host).collect(0)).toEqual({ metrics: { load1: 1.25 } });
  expect(createProcessesCollector(host).collect(0)).toMatchObject({ metrics: { processCount: 2 } });
  expect(createUptimeCollector(host).collect(0)).toEqual({ metrics: { uptimeSeconds: 12345 } });
});

describe('processes', () => {
  const host = (texts: Record<string, string>) =>
    new FixtureHost({ '/proc/1/stat': '', '/proc/22/stat': '', '/proc/net/dev': '', ...texts });

  it('are counted by the links of /proc between two countings on the host itself', () => {
    const files = host({ '/proc/self/ns/pid#link': 'pid:[4026531836]', '/proc#links': '9' });
    const collector = createProcessesCollector(files);
    expect(collector.collect(0)).toEqual({ metrics: { processCount: 2 } });
    files.texts['/proc#links'] = '12';
    expect(collector.collect(10_000)).toEqual({ metrics: { processCount: 5 } });
    expect(collector.collect(400_000)).toEqual({ metrics: { processCount: 2 } });
  });

  it('are counted one by one in a container, which it says', () => {
    const files = host({
      '/proc/self/ns/pid#link': 'pid:[4026532261]',
      '/proc/self/mounts': 'proc /proc proc rw,nosuid,hidepid=2 0 0\n',
    });
    const found = createProcessesCollector(files).collect(0);
    expect(found.metrics).toEqual({ processCount: 2 });
    expect(found.limits).toEqual([expect.stringContaining('container'), expect.stringContaining('hidepid')]);
  });
});
